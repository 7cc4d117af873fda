package org.onrecord.nlp.name.feature;

import java.nio.CharBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.onrecord.nlp.name.lexicon.Hash;
import org.onrecord.nlp.name.lexicon.Lists;

/**
 * In what company each capitalised word of a document stands (after a title, after a first name, before "Inc." …), so that
 * a word which tells little in one sentence is known by the others (Chieu and Ng, 2003).
 */
public final class DocumentContext {
    static final int KINDS = 10;

    private static final long SAID = Hash.lower("said");
    private static final long SAYS = Hash.lower("says");
    private static final long TOLD = Hash.lower("told");
    private static final long IN = Hash.lower("in");
    private static final long AT = Hash.lower("at");
    private static final long FROM = Hash.lower("from");
    private static final long COMMA = Hash.lower(",");

    private static final int SHORTEST_ACRONYM = 2;
    private static final int LONGEST_ACRONYM = 6;
    /** Words that an acronym may leave out. */
    private static final Set<Long> LINKS = Set.of(
            Hash.lower("of"),
            Hash.lower("the"),
            Hash.lower("for"),
            Hash.lower("and"),
            Hash.lower("on"),
            Hash.lower("in"),
            Hash.lower("to"),
            Hash.lower("&"),
            Hash.lower("'s"),
            Hash.lower("-"));

    /** What a word is in the document beside this place of it. */
    enum Kind {
        /** Part of a longer run of capitalised words. */
        PART,
        /** The initials of several words. */
        ACRONYM
    }

    /**
     * A longer name that a word stands for or comes from, perhaps.
     *
     * @param kind how the word is related to it
     * @param head its last word
     */
    record Kin(int kind, WordForm head) {}

    private final Map<Long, int[]> counts = new HashMap<>();
    private final Map<Long, WordForm> longer = new HashMap<>();
    private final Map<Long, WordForm> acronyms = new HashMap<>();

    private DocumentContext(List<SentenceForms> sentences) {
        for (SentenceForms sentence : sentences) {
            WordForm[] words = sentence.words();
            CapitalisedRuns runs = CapitalisedRuns.of(words);
            for (int i = 0; i < words.length; i++) {
                if (words[i].word) {
                    int[] count = counts.computeIfAbsent(words[i].lower, w -> new int[KINDS + 1]);
                    int own = company(words, runs, i);
                    for (int kind = 0; kind < KINDS; kind++) {
                        count[kind] += own >> kind & 1;
                    }
                    count[KINDS]++;
                }
                if (isAcronym(words[i])) {
                    acronyms.put(words[i].lower, words[i]);
                }
                if (runs.start(i) >= 0 && i < runs.end(i) - 1) {
                    longer.putIfAbsent(words[i].lower, words[runs.end(i) - 1]);
                }
            }
        }
        if (!acronyms.isEmpty()) {
            sentences.forEach(sentence -> resolveAcronyms(sentence.words()));
        }
    }

    private static boolean isAcronym(WordForm word) {
        return word.capitals && word.length >= SHORTEST_ACRONYM && word.length <= LONGEST_ACRONYM;
    }

    /** Notes for an acronym the last word of what it stands for: "Organization" for WHO. */
    private void resolveAcronyms(WordForm[] words) {
        char[] initials = new char[LONGEST_ACRONYM];
        for (int start = 0; start < words.length; start++) {
            int size = 0;
            for (int i = start; i < words.length && size < LONGEST_ACRONYM; i++) {
                if (!words[i].capitalised && (size == 0 || !LINKS.contains(words[i].lower))) {
                    break;
                }
                if (words[i].capitalised) {
                    initials[size++] = words[i].initial;
                    long acronym = Hash.lower(CharBuffer.wrap(initials, 0, size));
                    if (size >= SHORTEST_ACRONYM && acronyms.containsKey(acronym)) {
                        acronyms.put(acronym, words[i]);
                    }
                }
            }
        }
    }

    /** A longer name of the document that this word may come from, or null. */
    Kin kin(WordForm[] words, CapitalisedRuns runs, int i) {
        WordForm word = words[i];
        if (isAcronym(word)) {
            WordForm head = acronyms.get(word.lower);
            return head == null || head == word ? null : new Kin(Kind.ACRONYM.ordinal(), head);
        }
        if (runs.start(i) < 0 || runs.end(i) - runs.start(i) > 1) {
            return null;
        }
        WordForm head = longer.get(word.lower);
        return head == null ? null : new Kin(Kind.PART.ordinal(), head);
    }

    /** Reads the sentences of a document. */
    public static DocumentContext of(List<SentenceForms> sentences) {
        return new DocumentContext(sentences);
    }

    /** The kinds of company, a bit each, in which other occurrences of the word stand; the last bit: there are others. */
    int others(WordForm[] words, CapitalisedRuns runs, int i) {
        int[] count = words[i].capitalised ? counts.get(words[i].lower) : null;
        if (count == null || count[KINDS] < 2) {
            return 0;
        }
        int own = company(words, runs, i);
        int bits = 1 << KINDS;
        for (int kind = 0; kind < KINDS; kind++) {
            bits |= count[kind] - (own >> kind & 1) > 0 ? 1 << kind : 0;
        }
        return bits;
    }

    private static int company(WordForm[] words, CapitalisedRuns runs, int i) {
        if (!words[i].capitalised) {
            return 1;
        }
        WordForm before = i > 0 ? words[i - 1] : null;
        WordForm after = i + 1 < words.length ? words[i + 1] : null;
        WordForm head = words[runs.end(i) - 1];
        int bits = i > 0 && before.word ? 2 : 0;
        if (before != null) {
            bits |= Lists.isTitle(before.lists) ? 4 : 0;
            bits |= before.capitalised && Lists.isFirstName(before.lists) ? 8 : 0;
            bits |= before.lower == IN || before.lower == AT || before.lower == FROM ? 16 : 0;
        }
        if (after != null) {
            bits |= after.lower == SAID || after.lower == SAYS || after.lower == TOLD ? 32 : 0;
            bits |= after.capitalised && Lists.isSurname(after.lists) && Lists.isFirstName(words[i].lists) ? 64 : 0;
            bits |= after.lower == COMMA && i + 2 < words.length && Lists.isPlace(words[i + 2].lists) ? 128 : 0;
        }
        bits |= head != words[i] && Lists.isOrganisationWord(head.lists) ? 256 : 0;
        bits |= head != words[i] && Lists.isPlaceWord(head.lists) ? 512 : 0;
        return bits;
    }
}
