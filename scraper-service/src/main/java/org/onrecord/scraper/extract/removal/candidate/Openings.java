package org.onrecord.scraper.extract.removal.candidate;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which patterns a text may match at its start, told by its first two or three characters: most blocks begin as none of
 * them does and are not matched at all. What patterns say of characters is found by trying them when a text first begins so,
 * and kept, a bit for each pattern. Thread-safe.
 */
public final class Openings {
    /** The bit that every text has: excludes nothing, and stands for patterns beyond the other bits too. */
    public static final long ANY = 1L << 63;

    /** Letters first, then the other characters with which blocks often begin. */
    private static final String CHARACTERS = "abcdefghijklmnopqrstuvwxyz 0123456789\"'“”‘’()[].,:;!?-–—•*/&@#$";

    private static final int LETTERS = 27;
    private static final byte[] PLACES = places();

    private static final List<Pattern> PATTERNS = new CopyOnWriteArrayList<>();
    private static final AtomicLongArray PAIRS = new AtomicLongArray(CHARACTERS.length() * CHARACTERS.length());
    private static final AtomicLongArray TRIPLES = new AtomicLongArray(LETTERS * LETTERS * LETTERS);

    private Openings() {}

    private static byte[] places() {
        byte[] places = new byte[0x2030];
        for (int i = 0; i < CHARACTERS.length(); i++) {
            places[CHARACTERS.charAt(i)] = (byte) (i + 1);
            places[Character.toUpperCase(CHARACTERS.charAt(i))] = (byte) (i + 1);
        }
        return places;
    }

    /** The bit of a pattern that is matched from the start of texts in lower case. */
    public static synchronized long bit(Pattern pattern) {
        int known = PATTERNS.indexOf(pattern);
        int index = known < 0 ? PATTERNS.size() : known;
        if (index == Long.SIZE - 1) {
            return ANY;
        }
        if (known < 0) {
            PATTERNS.add(pattern);
        }
        return 1L << index;
    }

    /** The bits of the patterns that the text may match, in whatever case it is; {@link #ANY} is one of them. */
    static long of(String text) {
        if (text.length() < 2) {
            return -1;
        }
        int first = place(text.charAt(0));
        int second = place(text.charAt(1));
        if (first < 0 || second < 0) {
            return -1;
        }
        int third = text.length() == 2 ? -1 : place(text.charAt(2));
        boolean letters = first < LETTERS && second < LETTERS && third >= 0 && third < LETTERS;
        return letters
                ? known(TRIPLES, (first * LETTERS + second) * LETTERS + third, first, second, third)
                : known(PAIRS, first * CHARACTERS.length() + second, first, second);
    }

    /** Which of the characters it is; -1 if it is none of them. */
    private static int place(char c) {
        return c < PLACES.length ? PLACES[c] - 1 : -1;
    }

    private static long known(AtomicLongArray kept, int at, int... places) {
        long bits = kept.getOpaque(at);
        if (bits == 0) {
            bits = tried(places);
            kept.setOpaque(at, bits);
        }
        return bits;
    }

    private static long tried(int[] places) {
        StringBuilder start = new StringBuilder();
        for (int place : places) {
            start.append(CHARACTERS.charAt(place));
        }
        int tried = PATTERNS.size();
        // A pattern that comes later is not excluded.
        long bits = -1L << tried;
        for (int i = 0; i < tried; i++) {
            Matcher matcher = PATTERNS.get(i).matcher(start);
            // Where more text could have made it a match, the matcher has asked for what comes behind the end.
            if (matcher.lookingAt() || matcher.hitEnd()) {
                bits |= 1L << i;
            }
        }
        return bits;
    }
}
