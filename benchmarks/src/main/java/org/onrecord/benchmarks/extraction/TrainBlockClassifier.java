package org.onrecord.benchmarks.extraction;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.onrecord.contracts.RemovalReason;
import org.onrecord.scraper.extract.body.BodyFinder;
import org.onrecord.scraper.extract.classify.BlockClassifier;
import org.onrecord.scraper.extract.classify.BlockFeatures;
import org.onrecord.scraper.extract.metadata.Metadata;
import org.onrecord.scraper.extract.page.Page;
import org.onrecord.scraper.extract.page.PageDecoder;
import org.onrecord.scraper.extract.page.PageReader;
import org.onrecord.scraper.extract.page.Region;
import org.onrecord.scraper.extract.page.TextBlock;
import org.onrecord.scraper.extract.removal.ArticleContext;
import org.onrecord.scraper.extract.removal.Candidate;
import org.onrecord.scraper.extract.removal.Rules;

/**
 * Trains the block classifier on folders of gold pages: cross-validates by registered domain, prints rules against model,
 * then trains on everything and writes the trees.
 *
 * <p>{@code TrainBlockClassifier OUT GOLD…}
 */
public final class TrainBlockClassifier {
    private static final int FOLDS = 10;

    private record Example(
            GoldPage page,
            List<TextBlock> blocks,
            List<RemovalReason> reasons,
            float[][] rows,
            List<BlockLabels.Label> labels) {}

    private TrainBlockClassifier() {}

    public static void main(String[] arguments) throws IOException {
        List<List<Example>> sets = new ArrayList<>();
        List<Example> all = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            List<Example> set = new ArrayList<>();
            for (GoldPage page : GoldPage.in(Path.of(arguments[i]))) {
                set.add(example(page));
            }
            sets.add(set);
            all.addAll(set);
        }
        BlockClassifier[] folds = new BlockClassifier[FOLDS];
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            folds[fold] =
                    train(all.stream().filter(example -> fold(example) != held).toList());
        }
        double[][] cuts = {{0.5, 2}, {0.4, 2}, {0.35, 2}, {0.3, 2}, {0.25, 2}, {0.2, 2}, {0.3, 0.9}};
        for (double[] cut : cuts) {
            for (int s = 0; s < sets.size(); s++) {
                TokenScore score = new TokenScore();
                for (Example example : sets.get(s)) {
                    score.add(example.page().body(), text(example, folds[fold(example)], cut[0], cut[1]));
                }
                System.out.println(arguments[s + 1].replaceFirst(".*/", "") + " keep from " + cut[0]
                        + ", overrule from " + cut[1] + ": " + score);
            }
        }
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[0]))) {
            train(all).write(out);
        }
    }

    private static Example example(GoldPage gold) {
        Page page = PageReader.read(PageDecoder.decode(gold.page(), Optional.empty()));
        Metadata metadata = Metadata.of(page, gold.uri());
        Region body = BodyFinder.find(page);
        ArticleContext context = ArticleContext.of(page, body, metadata);
        List<TextBlock> blocks = page.blocks().subList(body.firstBlock(), body.blockEnd());
        BlockFeatures features = new BlockFeatures(context);
        List<RemovalReason> reasons = new ArrayList<>();
        float[][] rows = new float[blocks.size()][];
        for (int i = 0; i < rows.length; i++) {
            reasons.add(Rules.reason(new Candidate(context, blocks.get(i))).orElse(null));
            rows[i] = features.of(blocks.get(i), reasons.get(i));
        }
        return new Example(gold, blocks, reasons, rows, BlockLabels.of(blocks, gold.body()));
    }

    private static int fold(Example example) {
        return Math.floorMod(example.page().domain().hashCode(), FOLDS);
    }

    private static BlockClassifier train(List<Example> examples) {
        List<float[]> rows = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (Example example : examples) {
            if (!example.labels().contains(BlockLabels.Label.ARTICLE)) {
                continue;
            }
            for (int i = 0; i < example.rows().length; i++) {
                if (example.labels().get(i) != BlockLabels.Label.UNKNOWN) {
                    rows.add(example.rows()[i]);
                    labels.add(example.labels().get(i) == BlockLabels.Label.ARTICLE ? 1 : 0);
                    // A page counts by the square root of its blocks: long lists must not drown the short articles.
                    weights.add(6 / Math.sqrt(example.rows().length));
                }
            }
        }
        return new TreeTrainer(Integer.getInteger("rounds", 150), Integer.getInteger("depth", 4), 0.1, 3, 1)
                .train(
                        rows.toArray(float[][]::new),
                        labels.stream().mapToInt(i -> i).toArray(),
                        weights.stream().mapToDouble(d -> d).toArray());
    }

    private static String text(Example example, BlockClassifier classifier, double keepFrom, double overruleFrom) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < example.rows().length; i++) {
            double probability = classifier.probability(example.rows()[i]);
            double needed = example.reasons().get(i) == null ? keepFrom : overruleFrom;
            if (probability >= needed) {
                text.append(example.blocks().get(i).text()).append("\n\n");
            }
        }
        return text.toString();
    }
}
