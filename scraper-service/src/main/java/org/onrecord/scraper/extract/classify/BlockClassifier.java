package org.onrecord.scraper.extract.classify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How likely a block of a body is the article's own: gradient-boosted trees (Friedman 2001) over {@link BlockFeatures},
 * trained on labelled pages by the benchmarks' trainer. Immutable and thread-safe.
 */
public final class BlockClassifier {
    private static final String RESOURCE = "/org/onrecord/scraper/extract/classify/blocks.trees";

    private final double bias;
    private final List<Tree> trees;

    /** The most and the least that the trees from each one on can add. */
    private final double[] most;

    private final double[] least;

    public BlockClassifier(double bias, List<Tree> trees) {
        this.bias = bias;
        this.trees = List.copyOf(trees);
        this.most = new double[trees.size() + 1];
        this.least = new double[trees.size() + 1];
        for (int i = trees.size() - 1; i >= 0; i--) {
            most[i] = most[i + 1] + trees.get(i).most();
            least[i] = least[i + 1] + trees.get(i).least();
        }
    }

    /** The classifier that is shipped. */
    public static BlockClassifier shipped() {
        try (InputStream in = BlockClassifier.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("resource missing: " + RESOURCE);
            }
            return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the block belongs to the article with at least that probability; asks no more trees than it takes to know. */
    public boolean isLikely(float[] numbers, double probability) {
        double needed = Math.log(probability / (1 - probability));
        double sum = bias;
        int asked = 0;
        while (asked < trees.size() && sum + least[asked] < needed && sum + most[asked] >= needed) {
            sum += trees.get(asked++).value(numbers);
        }
        return sum + least[asked] >= needed;
    }

    /** A line for the bias, then a line a tree: its nodes divided by blanks, {@code name<=threshold?left:right} or a value. */
    public void write(Appendable out) throws IOException {
        out.append(Double.toString(bias)).append('\n');
        for (Tree tree : trees) {
            for (int i = 0; i < tree.feature().length; i++) {
                out.append(i == 0 ? "" : " ");
                if (tree.left()[i] == 0) {
                    out.append(Float.toString(tree.threshold()[i]));
                } else {
                    out.append(BlockFeatures.all().get(tree.feature()[i]))
                            .append("<=")
                            .append(Float.toString(tree.threshold()[i]))
                            .append('?')
                            .append(Integer.toString(tree.left()[i]))
                            .append(':')
                            .append(Integer.toString(tree.right()[i]));
                }
            }
            out.append('\n');
        }
    }

    /** Reads what {@link #write} wrote. */
    public static BlockClassifier read(BufferedReader in) throws IOException {
        Map<String, Integer> names = new TreeMap<>();
        for (int i = 0; i < BlockFeatures.all().size(); i++) {
            names.put(BlockFeatures.all().get(i), i);
        }
        double bias = Double.parseDouble(in.readLine());
        List<Tree> trees = new ArrayList<>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            trees.add(tree(line.split(" "), names));
        }
        return new BlockClassifier(bias, trees);
    }

    private static Tree tree(String[] nodes, Map<String, Integer> names) {
        int count = nodes.length;
        Tree tree = new Tree(new int[count], new float[count], new int[count], new int[count]);
        for (int i = 0; i < count; i++) {
            int compare = nodes[i].indexOf("<=");
            if (compare < 0) {
                tree.threshold()[i] = Float.parseFloat(nodes[i]);
            } else {
                int question = nodes[i].indexOf('?');
                int colon = nodes[i].indexOf(':', question);
                tree.feature()[i] = names.get(nodes[i].substring(0, compare));
                tree.threshold()[i] = Float.parseFloat(nodes[i].substring(compare + 2, question));
                tree.left()[i] = Integer.parseInt(nodes[i].substring(question + 1, colon));
                tree.right()[i] = Integer.parseInt(nodes[i].substring(colon + 1));
            }
        }
        return tree;
    }
}
