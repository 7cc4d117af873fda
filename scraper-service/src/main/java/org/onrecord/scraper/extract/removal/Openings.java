package org.onrecord.scraper.extract.removal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pairs of letters that a match of a pattern can begin with, found by trying them all once: most blocks begin with
 * none of them and are not matched at all. Immutable.
 */
final class Openings {
    /** Excludes nothing. */
    static final Openings ANY = new Openings(null);

    private static final int LETTERS = 26;
    /** A letter or the space after a word of one letter. */
    private static final int SECONDS = LETTERS + 1;

    private final boolean[] pairs;

    private Openings(boolean[] pairs) {
        this.pairs = pairs;
    }

    /** The openings of a pattern that is matched from a text's start. */
    static Openings of(Pattern pattern) {
        boolean[] pairs = new boolean[LETTERS * SECONDS];
        for (int pair = 0; pair < pairs.length; pair++) {
            char second = pair % SECONDS == LETTERS ? ' ' : (char) ('a' + pair % SECONDS);
            Matcher matcher = pattern.matcher("" + (char) ('a' + pair / SECONDS) + second);
            // Where more text could have made it a match, the matcher has asked for what comes behind the end.
            pairs[pair] = matcher.lookingAt() || matcher.hitEnd();
        }
        return new Openings(pairs);
    }

    /** Whether a match may begin where the text does; true wherever it does not begin with letters a to z. */
    boolean mayBegin(String text) {
        if (pairs == null || text.length() < 2) {
            return true;
        }
        int first = text.charAt(0) - 'a';
        int second = text.charAt(1) == ' ' ? LETTERS : text.charAt(1) - 'a';
        boolean plain = first >= 0 && first < LETTERS && second >= 0 && second < SECONDS;
        return !plain || pairs[first * SECONDS + second];
    }
}
