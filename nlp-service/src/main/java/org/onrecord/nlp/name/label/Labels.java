package org.onrecord.nlp.name.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The labels a token can have: outside, or first, middle, last or only token of a name of one of four types. Labels are
 * small integers, so that weights are arrays.
 */
public final class Labels {
    /** Types of the gold files; MISC is learnt, as a rival that keeps "Iraqi" from being a place, but is nobody's name. */
    public static final List<String> TYPES = List.of("PER", "ORG", "LOC", "MISC");

    public static final int OUTSIDE = 0;
    /** Number of labels. */
    public static final int COUNT = 1 + 4 * 4;

    private static final int FIRST = 0;
    private static final int MIDDLE = 1;
    private static final int LAST = 2;
    private static final int ONLY = 3;

    private static final int[][] BEFORE = new int[COUNT][];

    static {
        for (int to = 0; to < COUNT; to++) {
            int[] from = new int[COUNT];
            int n = 0;
            for (int label = 0; label < COUNT; label++) {
                if (mayFollow(label, to)) {
                    from[n++] = label;
                }
            }
            BEFORE[to] = Arrays.copyOf(from, n);
        }
    }

    private Labels() {}

    /** The labels that may stand before this one. */
    public static int[] before(int label) {
        return BEFORE[label];
    }

    /** Whether a sentence may start with this label. */
    public static boolean mayStart(int label) {
        return mayFollow(OUTSIDE, label);
    }

    /** Whether a sentence may end with this label. */
    public static boolean mayEnd(int label) {
        return mayFollow(label, OUTSIDE);
    }

    private static boolean mayFollow(int label, int next) {
        boolean open = label != OUTSIDE && (position(label) == FIRST || position(label) == MIDDLE);
        boolean continues = next != OUTSIDE && (position(next) == MIDDLE || position(next) == LAST);
        return open ? continues && type(label) == type(next) : !continues;
    }

    private static int position(int label) {
        return (label - 1) & 3;
    }

    /** Whether the label marks a name of one token. */
    public static boolean isWhole(int label) {
        return label != OUTSIDE && position(label) == ONLY;
    }

    /** Index in {@link #TYPES} of the label's type; the label is not {@link #OUTSIDE}. */
    public static int type(int label) {
        return (label - 1) >> 2;
    }

    /** Marks the tokens {@code [start, end)} of a sentence as one name. */
    public static void mark(int[] labels, int start, int end, int type) {
        int base = 1 + type * 4;
        if (end - start == 1) {
            labels[start] = base + ONLY;
            return;
        }
        Arrays.fill(labels, start, end, base + MIDDLE);
        labels[start] = base + FIRST;
        labels[end - 1] = base + LAST;
    }

    /** The label that starts at this token, written the way of the gold files ("B-PER", "I-PER", "O"). */
    public static String toBio(int label) {
        if (label == OUTSIDE) {
            return "O";
        }
        int position = position(label);
        return (position == FIRST || position == ONLY ? "B-" : "I-") + TYPES.get(type(label));
    }

    /** The names that the labels of a sentence mark, in order. */
    public static List<TaggedName> names(int[] labels) {
        List<TaggedName> names = new ArrayList<>();
        int i = 0;
        while (i < labels.length) {
            if (labels[i] == OUTSIDE) {
                i++;
                continue;
            }
            int end = i + 1;
            while (end < labels.length
                    && labels[end] != OUTSIDE
                    && position(labels[end]) != FIRST
                    && position(labels[end]) != ONLY) {
                end++;
            }
            names.add(new TaggedName(i, end, type(labels[i])));
            i = end;
        }
        return names;
    }
}
