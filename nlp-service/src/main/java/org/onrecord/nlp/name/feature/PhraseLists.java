package org.onrecord.nlp.name.feature;

import org.onrecord.nlp.name.lexicon.Lexicon;

/** The phrases of a sentence that are in a list, the longest at each place. */
final class PhraseLists {
    private static final int LISTS = 31;
    private static final int FIRST = 1;
    private static final int MIDDLE = 2;
    private static final int LAST = 3;
    private static final int ONLY = 4;
    private static final int LONGEST = 8;

    private final byte[] places;
    private final int[] all;

    private PhraseLists(int tokens) {
        places = new byte[tokens * LISTS];
        all = new int[tokens];
    }

    static PhraseLists of(WordForm[] words, Lexicon lexicon) {
        PhraseLists found = new PhraseLists(words.length);
        for (int start = 0; start < words.length; start++) {
            if (words[start].word) {
                found.match(words, start, lexicon);
            }
        }
        return found;
    }

    private void match(WordForm[] words, int start, Lexicon lexicon) {
        long phrase = Lexicon.phrase(words[start].lower);
        // "al Qaeda" starts in lower case.
        boolean capitalised = words[start].capitalised || start + 1 < words.length && words[start + 1].capitalised;
        for (int end = start + 1; end <= words.length && end - start <= LONGEST; end++) {
            int lists = lexicon.phraseLists(phrase);
            if ((lists & ~Lexicon.MORE) != 0 && capitalised && words[end - 1].capitalised) {
                mark(start, end, lists & ~Lexicon.MORE);
            }
            if ((lists & Lexicon.MORE) == 0 || end == words.length) {
                return;
            }
            phrase = Lexicon.phrase(phrase, words[end].lower);
        }
    }

    private void mark(int start, int end, int lists) {
        int length = Math.min(end - start, 3);
        for (int rest = lists; rest != 0; rest &= rest - 1) {
            int list = Integer.numberOfTrailingZeros(rest);
            for (int i = start; i < end; i++) {
                int position = end - start == 1 ? ONLY : i == start ? FIRST : i == end - 1 ? LAST : MIDDLE;
                byte old = places[i * LISTS + list];
                if (old >> 3 <= length) {
                    places[i * LISTS + list] = (byte) (length << 3 | position);
                }
                all[i] |= 1 << list;
            }
        }
    }

    /** How the token stands in the longest phrase of the list, 0 if in none: length and position. */
    int place(int token, int list) {
        return places[token * LISTS + list];
    }

    /** The lists of all phrases the token is in. */
    int all(int token) {
        return all[token];
    }
}
