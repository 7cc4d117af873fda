package org.onrecord.nlp.name.training;

import java.util.List;

import org.onrecord.nlp.name.label.Labels;

/** Counts names found against names in the gold: right where span and type are the same. */
final class Score {
    private final int[] gold = new int[4];
    private final int[] found = new int[4];
    private final int[] right = new int[4];

    void add(List<String> goldTags, List<String> foundTags) {
        count(goldTags, gold);
        count(foundTags, found);
        for (int i = 0; i < goldTags.size(); i++) {
            if (goldTags.get(i).startsWith("B-") && foundTags.get(i).equals(goldTags.get(i))) {
                int end = end(goldTags, i);
                if (end == end(foundTags, i)) {
                    right[Labels.TYPES.indexOf(goldTags.get(i).substring(2))]++;
                }
            }
        }
    }

    private static int end(List<String> tags, int start) {
        int i = start + 1;
        while (i < tags.size() && tags.get(i).startsWith("I-")) {
            i++;
        }
        return i;
    }

    private static void count(List<String> tags, int[] counts) {
        for (String tag : tags) {
            if (tag.startsWith("B-")) {
                counts[Labels.TYPES.indexOf(tag.substring(2))]++;
            }
        }
    }

    /** F1 in percent over the types from PER to LOC. */
    double f1() {
        return f1(0, 3);
    }

    double f1(int fromType, int toType) {
        int g = 0;
        int f = 0;
        int r = 0;
        for (int type = fromType; type < toType; type++) {
            g += gold[type];
            f += found[type];
            r += right[type];
        }
        return g + f == 0 ? 0 : 200.0 * r / (g + f);
    }

    private static double percent(int part, int whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(String.format("F1 %.1f", f1()));
        for (int type = 0; type < 3; type++) {
            out.append(String.format(
                    " | %s %.1f (P %.1f R %.1f, %d)",
                    Labels.TYPES.get(type),
                    f1(type, type + 1),
                    percent(right[type], found[type]),
                    percent(right[type], gold[type]),
                    gold[type]));
        }
        return out.toString();
    }
}
