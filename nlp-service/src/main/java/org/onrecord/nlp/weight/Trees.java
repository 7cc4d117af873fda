package org.onrecord.nlp.weight;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** Gradient-boosted regression trees (Friedman 2001) for a probability. Immutable. */
public final class Trees {

    private final double bias;
    private final List<Tree> trees;

    public Trees(double bias, List<Tree> trees) {
        this.bias = bias;
        this.trees = List.copyOf(trees);
    }

    /**
     * A tree, its nodes in arrays, the root first. A node whose left child is 0 is a leaf; otherwise numbers of at most the
     * threshold go left.
     *
     * @param feature index of the number that is asked
     * @param threshold what it is compared with; in a leaf, the leaf's value
     * @param left index of the left child
     * @param right index of the right child
     */
    public record Tree(short[] feature, float[] threshold, short[] left, short[] right) {

        /** What the tree adds for such numbers. */
        public double value(float[] numbers) {
            int at = 0;
            while (left[at] != 0) {
                at = numbers[feature[at]] <= threshold[at] ? left[at] : right[at];
            }
            return threshold[at];
        }
    }

    /** Of yes, for numbers in the order in which the trees were fitted. */
    public double probability(float[] numbers) {
        double sum = bias;
        for (Tree tree : trees) {
            sum += tree.value(numbers);
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** Writes the trees so that {@link #read} reads them. */
    public void write(DataOutputStream out) throws IOException {
        out.writeDouble(bias);
        out.writeInt(trees.size());
        for (Tree tree : trees) {
            out.writeShort(tree.left().length);
            for (int i = 0; i < tree.left().length; i++) {
                out.writeShort(tree.left()[i]);
                out.writeFloat(tree.threshold()[i]);
                if (tree.left()[i] != 0) {
                    out.writeShort(tree.feature()[i]);
                    out.writeShort(tree.right()[i]);
                }
            }
        }
    }

    /** Reads what {@link #write} wrote. */
    public static Trees read(DataInputStream in) throws IOException {
        double bias = in.readDouble();
        Tree[] trees = new Tree[in.readInt()];
        for (int t = 0; t < trees.length; t++) {
            int count = in.readShort();
            Tree tree = new Tree(new short[count], new float[count], new short[count], new short[count]);
            for (int i = 0; i < count; i++) {
                tree.left()[i] = in.readShort();
                tree.threshold()[i] = in.readFloat();
                if (tree.left()[i] != 0) {
                    tree.feature()[i] = in.readShort();
                    tree.right()[i] = in.readShort();
                }
            }
            trees[t] = tree;
        }
        return new Trees(bias, List.of(trees));
    }
}
