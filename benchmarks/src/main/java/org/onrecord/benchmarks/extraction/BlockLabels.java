package org.onrecord.benchmarks.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.onrecord.scraper.extract.page.TextBlock;

/**
 * Which blocks of a page are in its gold text. Long blocks are found by their shingles; a short one must stand between the
 * places of the long ones around it, since its words alone may stand anywhere.
 */
final class BlockLabels {
    /** In the gold, not in the gold, or not to be told: behind the end of a gold text that was cut short. */
    enum Label {
        ARTICLE,
        OTHER,
        UNKNOWN
    }

    private static final int SHINGLE = 4;
    private static final double SAME = 0.6;

    private final List<String> gold;
    private final Map<List<String>, List<Integer>> places = new HashMap<>();

    private BlockLabels(List<String> gold) {
        this.gold = gold;
        for (int i = 0; i + SHINGLE <= gold.size(); i++) {
            places.computeIfAbsent(gold.subList(i, i + SHINGLE), key -> new ArrayList<>())
                    .add(i);
        }
    }

    static List<Label> of(List<TextBlock> blocks, String goldText) {
        return new BlockLabels(TokenScore.words(goldText)).label(blocks);
    }

    private List<Label> label(List<TextBlock> blocks) {
        int[] start = new int[blocks.size()];
        int[] end = new int[blocks.size()];
        placeLongBlocks(blocks, start, end);
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            List<String> words = TokenScore.words(blocks.get(i).text());
            boolean found =
                    start[i] >= 0 || words.size() < SHINGLE && !words.isEmpty() && standsBetween(words, i, start, end);
            labels.add(found ? Label.ARTICLE : Label.OTHER);
        }
        return withoutCutTail(blocks, labels, end);
    }

    private void placeLongBlocks(List<TextBlock> blocks, int[] start, int[] end) {
        for (int i = 0; i < blocks.size(); i++) {
            start[i] = -1;
            end[i] = -1;
            List<String> words = TokenScore.words(blocks.get(i).text());
            int total = words.size() - SHINGLE + 1;
            int hits = 0;
            for (int at = 0; at < total; at++) {
                List<Integer> found = places.get(words.subList(at, at + SHINGLE));
                if (found != null) {
                    hits++;
                    start[i] = start[i] < 0 ? found.getFirst() : start[i];
                    end[i] = found.getLast() + SHINGLE;
                }
            }
            if (total <= 0 || hits < SAME * total) {
                start[i] = -1;
                end[i] = -1;
            }
        }
    }

    private boolean standsBetween(List<String> words, int block, int[] start, int[] end) {
        int from = 0;
        int to = gold.size();
        for (int i = block - 1; i >= 0; i--) {
            if (end[i] >= 0) {
                from = Math.max(0, end[i] - 1);
                break;
            }
        }
        for (int i = block + 1; i < start.length; i++) {
            if (start[i] >= 0) {
                to = Math.min(gold.size(), start[i] + 1);
                break;
            }
        }
        for (int at = from; at + words.size() <= to; at++) {
            if (gold.subList(at, at + words.size()).equals(words)) {
                return true;
            }
        }
        return false;
    }

    /** Some gold texts stop in the middle of the article: what follows the stop tells nothing. */
    private List<Label> withoutCutTail(List<TextBlock> blocks, List<Label> labels, int[] end) {
        int last = labels.lastIndexOf(Label.ARTICLE);
        int tail = 0;
        for (int i = last + 1; i < blocks.size(); i++) {
            tail += blocks.get(i).isRunningText() ? blocks.get(i).words() : 0;
        }
        if (last < 0 || tail < Math.max(150, gold.size() / 4)) {
            return labels;
        }
        List<Label> known = new ArrayList<>(labels);
        for (int i = last + 1; i < known.size(); i++) {
            known.set(i, Label.UNKNOWN);
        }
        return known;
    }
}
