package org.onrecord.scraper.extract.removal.wording;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.onrecord.scraper.extract.page.Words;
import org.onrecord.scraper.extract.removal.candidate.BlockWords;
import org.onrecord.scraper.extract.removal.candidate.Candidate;

/**
 * Tells a sentence that reports from one that speaks to the reader of the page: what a minister says of members and
 * privacy policies is the story, whatever prompt it sounds like.
 */
final class Telling {
    private static final int FEWEST_WORDS = 6;
    private static final int FEWEST_QUOTED_WORDS = 5;

    private static final String NAME = "\\p{Lu}[\\p{L}'’.-]*(?: (?:(?:of|de|van|von|al) )?\\p{Lu}[\\p{L}'’.-]*){0,4}";

    /** Who said it, after a comma: ", he told them", ", the study by Pelham University found". */
    private static final Pattern ATTRIBUTED = Pattern.compile(
            "[,?!]['’\"”»]{0,2} (?:he|she|they|(?:the|a|an|his|her|their) [\\p{L}'’-]+(?:,? (?:[\\p{L}'’-]++ ?){0,5},?)?|"
                    + NAME + "(?:, [^,]{1,60},)?) "
                    + "(?:\\p{L}{2,}ed|said|says|told|tells|wrote|writes|found|finds|thinks?|thought|put it|made clear|went on|swore|warns|insists|argues)(?!\\w)");

    /** A verb of speech that a named person or a body does in the sentence. */
    private static final Pattern SPEECH = Pattern.compile(
            "(?<!\\w)(?:said|told|wrote|testified|according to|announced that|argued|alleged|prosecutors|ruled|accused|urged|pleaded|warned|promised|insisted|admitted|denied|asked (?:him|her|them|to|whether|if|for)|was asked|were asked|claimed|recalled|explained)(?!\\w)");

    /** Words of a page about itself and to who reads it. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<!\\w)(?:you|your|yours|us|our|please|here|below|we (?:may|might|could|use|rely|need|and|earn)|this (?:page|site|website|post|article|story|link|content|blog|newsletter)|the links)(?!\\w)");

    private static final Pattern YOU = Pattern.compile("(?<!\\w)(?:you|your|yours)(?!\\w)");
    private static final Pattern QUOTED = Pattern.compile("[“\"«„]([^”\"»“]{1,2000})[”\"»“]");

    private Telling() {}

    /** Whether the block reports what somebody says or does. */
    static boolean reports(Candidate candidate) {
        if (candidate.words() < FEWEST_WORDS) {
            return false;
        }
        String text = BlockWords.beginning(candidate.block());
        return quotesSomebody(text)
                || SPEECH.matcher(candidate.lowerCase()).find()
                        && !YOU.matcher(candidate.lowerCase()).find()
                || ATTRIBUTED.matcher(text).find();
    }

    private static boolean quotesSomebody(String text) {
        if (text.indexOf('“') < 0 && text.indexOf('"') < 0 && text.indexOf('«') < 0 && text.indexOf('„') < 0) {
            return false;
        }
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            if (Words.count(quoted.group(1)) >= FEWEST_QUOTED_WORDS) {
                return true;
            }
        }
        return false;
    }

    /** Whether a phrase that was found there is said to the reader: it opens a sentence, or the block calls the reader you. */
    static boolean isToReader(Candidate candidate, int start) {
        String text = candidate.lowerCase();
        if (!candidate.block().endsSentence() || candidate.words() < FEWEST_WORDS) {
            return true;
        }
        int before = start - 1;
        while (before >= 0
                && !Character.isLetterOrDigit(text.charAt(before))
                && ".!?:".indexOf(text.charAt(before)) < 0) {
            before--;
        }
        return before < 0
                || ".!?:".indexOf(text.charAt(before)) >= 0
                || ADDRESS.matcher(text).find();
    }
}
