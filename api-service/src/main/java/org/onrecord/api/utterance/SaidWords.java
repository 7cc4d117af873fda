package org.onrecord.api.utterance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a quote says was said, for telling whether another says the same: the words within its quotation marks where it has
 * some, so that {@code “No,” he said. “Never.”} is what {@code “No. Never.”} is; all its words otherwise. Immutable.
 */
final class SaidWords {

    /** Fewer words than these are the same only where they are the very same. */
    private static final int FEWEST = 6;

    private static final int FEWEST_WITHIN_MARKS = 5;
    /** As many as a long statement has; what stands behind them is not looked at. */
    private static final int MOST = 400;

    private static final int OF_A_KEY = 3;
    private static final int MOST_STRETCHES = 8;
    private static final int FEWEST_TRIGRAMS = 4;

    /** A word replaced changes three trigrams: of twelve words one may be another, of twenty-four two or three. */
    private static final double LIKENESS = 0.6;

    /** What is shorter than this leaves out a sentence or so, and what makes that sentence another is missing with it. */
    private static final double CUT_SHORT = 0.8;

    /** Words of grammar, which say little of what a sentence is about. */
    private static final Set<String> FUNCTION_WORDS =
            Set.of(("a an the this that these those i me my we us our you your he"
                            + " him his she her it its they them their who which what there here is are was were be been being am"
                            + " has have had do does did will would can could shall should may might must s t re ve ll d m and or"
                            + " but if as so than then because while when where of in on at to for from by with about into over"
                            + " after before up down out off not no")
                    .split(" "));
    /** Words that make it something else: negations, "t" of "don't" among them, and numbers. */
    private static final Set<String> TURNING_WORDS =
            Set.of(("not no never t cannot nobody nothing none neither nor without one"
                            + " two three four five six seven eight nine ten eleven twelve dozen twenty thirty forty fifty sixty"
                            + " seventy eighty ninety hundred thousand million billion half quarter")
                    .split(" "));

    private final boolean withinMarks;
    private final Set<String> words = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> turning = new HashSet<>();
    private final Set<Long> keys = new HashSet<>();
    private final long[] trigrams;
    private int count;

    private SaidWords(List<String> pieces, boolean withinMarks) {
        this.withinMarks = withinMarks;
        List<Long> hashes = new ArrayList<>();
        for (String piece : pieces) {
            new Walk(piece, hashes).read();
        }
        trigrams = trigrams(hashes);
    }

    /** @param text of a quote as the article has it */
    static SaidWords of(String text) {
        List<String> marked = MarkedWords.in(text);
        SaidWords said = new SaidWords(marked, true);
        return said.count < FEWEST_WITHIN_MARKS ? new SaidWords(List.of(text), false) : said;
    }

    boolean isWithinMarks() {
        return withinMarks;
    }

    /**
     * What finds others that may say the same: the first words and the last of each stretch between two points or commas,
     * those of grammar left out. Empty if there are too few words.
     */
    Set<Long> keys() {
        return count < FEWEST ? Set.of() : Collections.unmodifiableSet(keys);
    }

    /**
     * Whether both say the same: most trigrams of the shorter are in the longer, and all its names, numbers and negations.
     * Where either is told in the reporter's words, the longer may not say much more.
     */
    boolean isLike(SaidWords other) {
        SaidWords shorter = count <= other.count ? this : other;
        SaidWords longer = shorter == this ? other : this;
        int shared = shared(shorter.trigrams, longer.trigrams);
        int of = withinMarks && other.withinMarks ? shorter.trigrams.length : longer.trigrams.length;
        return shared >= FEWEST_TRIGRAMS
                && shared >= LIKENESS * of
                && longer.words.containsAll(shorter.names)
                && (shorter.count < longer.count || shorter.words.containsAll(longer.names))
                && longer.words.containsAll(shorter.turning)
                && (shorter.count < CUT_SHORT * longer.count || shorter.words.containsAll(longer.turning));
    }

    private static int shared(long[] some, long[] others) {
        int shared = 0;
        for (int i = 0, k = 0; i < some.length && k < others.length; ) {
            int order = Long.compare(some[i], others[k]);
            if (order == 0) {
                shared++;
            }
            i += order <= 0 ? 1 : 0;
            k += order >= 0 ? 1 : 0;
        }
        return shared;
    }

    private static long[] trigrams(List<Long> hashes) {
        long[] trigrams = new long[Math.max(0, hashes.size() - 2)];
        for (int i = 0; i < trigrams.length; i++) {
            trigrams[i] = mixed(hashes.subList(i, i + 3));
        }
        return Arrays.stream(trigrams).sorted().distinct().toArray();
    }

    /** FNV-1a, 64 bits: the keys are kept in the database, and no version of Java may change them. */
    private static long hash(String word) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    private static long mixed(List<Long> hashes) {
        long mixed = 0;
        for (long hash : hashes) {
            mixed = (mixed ^ hash) * 0x9e3779b97f4a7c15L;
            mixed ^= mixed >>> 32;
        }
        return mixed;
    }

    /** Reads the words of one piece of text into the fields. */
    private final class Walk {
        private final String text;
        private final List<Long> hashes;
        private final List<Long> content = new ArrayList<>();
        private boolean startsSentence = true;
        private int stretches;

        Walk(String text, List<Long> hashes) {
            this.text = text;
            this.hashes = hashes;
        }

        void read() {
            int at = 0;
            while (at < text.length() && count < MOST) {
                int end = at;
                while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
                    end++;
                }
                if (end > at) {
                    take(text.substring(at, end));
                    at = end;
                } else {
                    pass(text.charAt(at), at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1)));
                    at++;
                }
            }
            endStretch();
        }

        private void take(String written) {
            String word = written.toLowerCase(Locale.ROOT);
            count++;
            words.add(word);
            hashes.add(hash(word));
            if (Character.isDigit(written.charAt(0)) || TURNING_WORDS.contains(word)) {
                turning.add(word);
            } else if (!startsSentence && Character.isUpperCase(written.charAt(0)) && !written.equals("I")) {
                names.add(word);
            }
            if (!FUNCTION_WORDS.contains(word)) {
                content.add(hash(word));
            }
            startsSentence = false;
        }

        /** "3.5" and "U.S" go on, "there. And" and "there, and" do not. */
        private void pass(char mark, boolean isAtEndOfWord) {
            if (".?!".indexOf(mark) >= 0 && isAtEndOfWord) {
                startsSentence = true;
                endStretch();
            } else if (",;:".indexOf(mark) >= 0 && isAtEndOfWord || "—–…\"“”".indexOf(mark) >= 0) {
                endStretch();
            }
        }

        private void endStretch() {
            if (content.size() >= OF_A_KEY && stretches++ < MOST_STRETCHES) {
                keys.add(1 + 2 * mixed(content.subList(0, OF_A_KEY)));
                keys.add(2 * mixed(content.subList(content.size() - OF_A_KEY, content.size())));
            }
            content.clear();
        }
    }
}
