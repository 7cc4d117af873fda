package org.onrecord.nlp.name;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    private final Map<Long, int[]> counts = new HashMap<>();

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
            }
        }
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
