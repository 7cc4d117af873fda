package org.onrecord.nlp.name.feature;

import org.onrecord.nlp.name.lexicon.Hash;
import org.onrecord.nlp.name.lexicon.Lexicon;

/**
 * The features of each token of a sentence: the words, shapes, affixes and clusters in a window of two, the lists that
 * words and phrases are in, and the run of capitalised words that the token is part of. All hashed; no strings are built.
 */
public final class FeatureExtractor {
    private static final long NONE = -1;
    private static final int CLUSTER_SHORT = 4;
    private static final int CLUSTER_MEDIUM = 6;
    private static final int CLUSTER_LONG = 10;
    private static final int LISTS = 31;

    private final Lexicon lexicon;

    public FeatureExtractor(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Writes the features of a sentence to the buffer, whose old content is dropped. */
    public void extract(SentenceForms sentence, DocumentContext document, FeatureBuffer out) {
        WordForm[] words = sentence.words();
        PhraseLists phrases = PhraseLists.of(words, lexicon);
        CapitalisedRuns runs = CapitalisedRuns.of(words);
        out.clear();
        for (int i = 0; i < words.length; i++) {
            out.add(1, 0);
            addWords(words, i, out);
            addShapes(words, sentence.shouted(), sentence.titled(), i, out);
            addClusters(words, i, out);
            addLists(words, phrases, i, out);
            addRun(words, runs, i, out);
            addDocument(words, runs, document, i, out);
            out.endToken();
        }
    }

    private static void addWords(WordForm[] words, int i, FeatureBuffer out) {
        WordForm word = words[i];
        long before = lower(words, i - 1);
        long after = lower(words, i + 1);
        out.add(2, word.exact);
        out.add(3, word.lower);
        out.add(4, before);
        out.add(5, after);
        out.add(6, lower(words, i - 2));
        out.add(7, lower(words, i + 2));
        out.add(8, Hash.add(before, word.lower));
        out.add(9, Hash.add(word.lower, after));
        out.add(10, Hash.add(before, after));
        out.add(11, Hash.add(before, lower(words, i - 2)));
        out.add(12, Hash.add(after, lower(words, i + 2)));
        for (int k = 0; k < WordForm.AFFIXES; k++) {
            if (word.prefixes[k] != 0) {
                out.add(13 + k, word.prefixes[k]);
                out.add(17 + k, word.suffixes[k]);
            }
        }
        for (long gram : word.grams) {
            out.add(21, gram);
        }
        out.add(22, suffix(words, i - 1));
        out.add(23, suffix(words, i + 1));
    }

    private static void addShapes(WordForm[] words, boolean shouted, boolean titled, int i, FeatureBuffer out) {
        WordForm word = words[i];
        long shape = word.shortShape;
        long before = shape(words, i - 1);
        long after = shape(words, i + 1);
        out.add(30, word.shape);
        out.add(31, shape);
        out.add(32, before);
        out.add(33, after);
        out.add(34, Hash.add(before, shape));
        out.add(35, Hash.add(shape, after));
        out.add(36, Hash.add(Hash.add(before, shape), after));
        out.add(37, Hash.add(shape, shape(words, i + 2)));
        out.add(38, Hash.add(shape, i == 0 ? 1 : 0));
        out.add(39, Hash.add(shape, word.usage));
        out.add(40, Hash.add(Hash.add(shape, word.usage), i == 0 ? 1 : 0));
        out.add(41, Hash.add(shape, lower(words, i - 1)));
        out.add(42, Hash.add(shape, lower(words, i + 1)));
        out.add(43, Hash.add(word.usage, shouted ? 2 : 1));
        long length = Math.min(words.length, 5) * 2L + (i == 0 ? 1 : 0);
        out.add(45, Hash.add(length, shape));
        out.add(46, Hash.add(length, word.lists));
        out.add(47, Hash.add(titled ? 1 : 0, Hash.add(shape, word.usage)));
        out.add(48, Hash.add(titled ? 1 : 0, Hash.add(shape, word.lists)));
        out.add(44, Hash.add(usage(words, i - 1), Hash.add(word.usage, usage(words, i + 1))));
    }

    private static void addClusters(WordForm[] words, int i, FeatureBuffer out) {
        for (int offset = -2; offset <= 2; offset++) {
            int at = i + offset;
            int cluster = at < 0 || at >= words.length ? 0 : words[at].cluster;
            if (cluster != 0) {
                int template = 50 + (offset + 2) * 4;
                out.add(template, cluster);
                out.add(template + 1, top(cluster, CLUSTER_LONG));
                out.add(template + 2, top(cluster, CLUSTER_MEDIUM));
                out.add(template + 3, top(cluster, CLUSTER_SHORT));
            }
        }
        long here = Hash.add(top(words[i].cluster, CLUSTER_LONG), words[i].shortShape);
        out.add(71, here);
        out.add(72, Hash.add(here, i > 0 ? top(words[i - 1].cluster, CLUSTER_LONG) : NONE));
        out.add(73, Hash.add(here, i + 1 < words.length ? top(words[i + 1].cluster, CLUSTER_LONG) : NONE));
    }

    private static void addLists(WordForm[] words, PhraseLists phrases, int i, FeatureBuffer out) {
        for (int offset = -2; offset <= 2; offset++) {
            int at = i + offset;
            if (at >= 0 && at < words.length) {
                for (int rest = words[at].lists; rest != 0; rest &= rest - 1) {
                    out.add(80 + offset, Integer.numberOfTrailingZeros(rest));
                }
            }
        }
        WordForm word = words[i];
        long lists = Hash.add(word.lists, word.shortShape);
        out.add(84, lists);
        out.add(85, Hash.add(lists, i > 0 ? words[i - 1].lists : NONE));
        out.add(86, Hash.add(lists, i + 1 < words.length ? words[i + 1].lists : NONE));
        out.add(87, Hash.add(word.lists, word.usage));
        for (int list = 0; list < LISTS; list++) {
            int place = phrases.place(i, list);
            if (place != 0) {
                out.add(88, list * 64L + place);
                out.add(89, Hash.add(list * 64L + place, word.usage));
            }
        }
        out.add(90, Hash.add(phrases.all(i), word.shortShape));
        out.add(91, i > 0 ? phrases.all(i - 1) : NONE);
        out.add(92, i + 1 < words.length ? phrases.all(i + 1) : NONE);
    }

    private static void addRun(WordForm[] words, CapitalisedRuns runs, int i, FeatureBuffer out) {
        int start = runs.start(i);
        if (start < 0) {
            out.add(100, 0);
            return;
        }
        int end = runs.end(i);
        long place = Math.min(i - start, 3) * 8L + Math.min(end - 1 - i, 3);
        out.add(101, place);
        out.add(102, Hash.add(words[end - 1].lower, i == end - 1 ? 1 : 0));
        out.add(103, Hash.add(words[start].lower, i == start ? 1 : 0));
        out.add(104, Hash.add(lower(words, start - 1), place));
        out.add(105, Hash.add(lower(words, end), place));
        out.add(106, Hash.add(words[end - 1].lists, place));
        out.add(107, Hash.add(words[start].lists, place));
        out.add(108, Hash.add(top(words[end - 1].cluster, CLUSTER_MEDIUM), place));
        out.add(109, lower(words, start - 1));
        out.add(110, lower(words, end));
        if (end < words.length) {
            out.add(111, Hash.add(top(words[end].cluster, CLUSTER_LONG), place));
        }
        if (start > 0) {
            out.add(112, Hash.add(top(words[start - 1].cluster, CLUSTER_LONG), place));
        }
        out.add(113, Hash.add(lower(words, start - 2), lower(words, start - 1)));
        out.add(114, Hash.add(lower(words, end), lower(words, end + 1)));
        out.add(115, Hash.add(words[end - 1].lower, lower(words, start - 1)));
        out.add(116, Hash.add(lower(words, start - 1), lower(words, end)));
        out.add(117, Hash.add(words[end - 1].suffixes[2], place));
    }

    private static void addDocument(
            WordForm[] words, CapitalisedRuns runs, DocumentContext document, int i, FeatureBuffer out) {
        int others = document.others(words, runs, i);
        for (int rest = others; rest != 0; rest &= rest - 1) {
            long kind = Integer.numberOfTrailingZeros(rest);
            out.add(120, kind);
            out.add(121, Hash.add(kind, words[i].usage));
            out.add(122, Hash.add(kind, runs.start(i) < 0 ? -1 : Math.min(runs.end(i) - runs.start(i), 3)));
        }
        out.add(123, others);
        DocumentContext.Kin kin = document.kin(words, runs, i);
        if (kin != null) {
            out.add(124, Hash.add(kin.kind(), kin.head().lower));
            out.add(125, Hash.add(kin.kind(), kin.head().lists));
            out.add(126, Hash.add(kin.kind(), top(kin.head().cluster, CLUSTER_MEDIUM)));
        }
    }

    private static long lower(WordForm[] words, int i) {
        return i < 0 || i >= words.length ? i < 0 ? -1 : -2 : words[i].lower;
    }

    private static long suffix(WordForm[] words, int i) {
        return i < 0 || i >= words.length ? NONE : words[i].suffixes[2];
    }

    private static long shape(WordForm[] words, int i) {
        return i < 0 || i >= words.length ? NONE : words[i].shortShape;
    }

    private static long usage(WordForm[] words, int i) {
        return i < 0 || i >= words.length ? NONE : words[i].usage;
    }

    /** The first bits of a cluster, which is a bit string under a leading 1. */
    private static int top(int cluster, int bits) {
        int length = 31 - Integer.numberOfLeadingZeros(cluster | 1);
        return length <= bits ? cluster : cluster >>> (length - bits);
    }
}
