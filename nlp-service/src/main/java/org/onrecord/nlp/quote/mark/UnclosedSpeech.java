package org.onrecord.nlp.quote.mark;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code “We will rebuild it, said Dana Lee.}: the closing mark was forgotten, and what is quoted ends before who said it.
 */
final class UnclosedSpeech {

    private static final String SAYS = "(?:said|says|added|adds|told|explained|wrote)";
    private static final String WHO =
            "(?:(?:he|she|they) |(?:(?:the|an?|his|her|their) (?:\\p{Ll}[\\p{L}’'-]{0,30} ){1,3})?(?:\\p{Lu}[\\p{L}’'.-]{0,30} ){0,4})";
    private static final Pattern ATTRIBUTION =
            Pattern.compile("[,?!] (?=" + SAYS + " (?:\\p{Lu}|the |an? |his |her |their )|" + WHO + SAYS + "[ .,:])");

    private UnclosedSpeech() {}

    /** Where what somebody is said to have said ends, behind its comma, or -1 where nobody is. */
    static int attributed(String text, int start, int limit) {
        Matcher attribution = ATTRIBUTION.matcher(text).region(start, limit);
        return attribution.find() ? attribution.start() + 1 : -1;
    }

    /** Where a quotation that nothing closes before {@code limit} ends: behind its last mark of its own, or at the limit. */
    static int end(String text, int start, int limit) {
        int end = attributed(text, start + 1, limit);
        return end < 0 ? limit : end;
    }
}
