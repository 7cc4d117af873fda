package org.onrecord.scraper.archive;

import java.util.ArrayList;
import java.util.List;

/** What to take out of one text and put in to get another, line by line. Pure. */
final class LineDiff {

    /** More cells than this are not worth the time: the middle is then shown as replaced. */
    private static final long MAX_CELLS = 4_000_000;

    private LineDiff() {}

    /**
     * The lines that differ, in order: {@code "- "} and a line of the old text alone, {@code "+ "} and one of the new. As few
     * as possible, by a longest common subsequence; empty lines are no matter.
     */
    static List<String> of(String oldText, String newText) {
        List<String> before = lines(oldText);
        List<String> after = lines(newText);
        int start = 0;
        while (start < Math.min(before.size(), after.size())
                && before.get(start).equals(after.get(start))) {
            start++;
        }
        int oldEnd = before.size();
        int newEnd = after.size();
        while (oldEnd > start && newEnd > start && before.get(oldEnd - 1).equals(after.get(newEnd - 1))) {
            oldEnd--;
            newEnd--;
        }
        return differing(before.subList(start, oldEnd), after.subList(start, newEnd));
    }

    private static List<String> lines(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    private static List<String> differing(List<String> before, List<String> after) {
        int[][] common = (long) before.size() * after.size() <= MAX_CELLS ? commonLengths(before, after) : null;
        List<String> diff = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (common != null
                    && i < before.size()
                    && j < after.size()
                    && before.get(i).equals(after.get(j))) {
                i++;
                j++;
            } else if (i < before.size()
                    && (j == after.size() || common == null || common[i + 1][j] >= common[i][j + 1])) {
                diff.add("- " + before.get(i++));
            } else {
                diff.add("+ " + after.get(j++));
            }
        }
        return diff;
    }

    /** {@code [i][j]}: how many lines the rests from i and from j have in common. */
    private static int[][] commonLengths(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
