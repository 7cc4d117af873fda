package org.onrecord.scraper.extract.classify;

import java.util.stream.IntStream;

/**
 * A regression tree over {@link BlockFeatures}, its nodes in arrays, the root first. A node whose left child is 0 is a
 * leaf; otherwise numbers of at most the threshold go left.
 *
 * @param feature index of the number that is asked
 * @param threshold what it is compared with; in a leaf, the leaf's value
 * @param left index of the left child
 * @param right index of the right child
 */
public record Tree(int[] feature, float[] threshold, int[] left, int[] right) {

    /** The value of the leaf that the numbers lead to. */
    public double value(float[] numbers) {
        int at = 0;
        while (left[at] != 0) {
            at = numbers[feature[at]] <= threshold[at] ? left[at] : right[at];
        }
        return threshold[at];
    }

    /** The largest value of a leaf. */
    double most() {
        return IntStream.range(0, left.length)
                .filter(node -> left[node] == 0)
                .mapToDouble(node -> threshold[node])
                .max()
                .orElse(0);
    }

    /** The smallest value of a leaf. */
    double least() {
        return IntStream.range(0, left.length)
                .filter(node -> left[node] == 0)
                .mapToDouble(node -> threshold[node])
                .min()
                .orElse(0);
    }
}
