package org.onrecord.chassis.event;

/** Keeps texts short in which something may stand that a stranger wrote. */
public final class BriefText {
    private static final int LONGEST_REASON = 1000;

    private BriefText() {}

    /** Of a text that says why: the text, or its first 1,000 characters. */
    public static String of(String text) {
        return of(text, LONGEST_REASON);
    }

    /** The text, or its beginning where it has more than so many characters. */
    public static String of(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        // Half a surrogate pair would be no text that travels.
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest) + "…";
    }
}
