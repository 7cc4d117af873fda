package org.onrecord.benchmarks.extraction;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.onrecord.scraper.extract.body.BlockJudge;
import org.onrecord.scraper.extract.body.BodyFinder;
import org.onrecord.scraper.extract.body.Judgement;
import org.onrecord.scraper.extract.body.PageKind;
import org.onrecord.scraper.extract.classify.BlockClassifier;
import org.onrecord.scraper.extract.classify.BlockFeatures;
import org.onrecord.scraper.extract.metadata.Metadata;
import org.onrecord.scraper.extract.page.Page;
import org.onrecord.scraper.extract.page.PageDecoder;
import org.onrecord.scraper.extract.page.PageReader;
import org.onrecord.scraper.extract.page.Region;
import org.onrecord.scraper.extract.page.TextBlock;
import org.onrecord.scraper.extract.removal.Rules;
import org.onrecord.scraper.extract.removal.candidate.ArticleContext;
import org.onrecord.scraper.extract.removal.candidate.Candidate;

/**
 * Trains the block classifier on folders of gold pages: cross-validates by registered domain, prints rules against model,
 * then trains on everything and writes the trees.
 *
 * <p>{@code TrainBlockClassifier OUT GOLD…}; with {@code -Dpredictions=DIR} the held-out texts are written for the scorer,
 * with title, authors and date, and beside them what is wrong with them ({@link ErrorTally}).
 */
public final class TrainBlockClassifier {
    /** Fewer are faster; the trees that are written are trained on everything in any case. */
    private static final int FOLDS = Integer.getInteger("folds", 10);

    private static final int ROUNDS = Integer.getInteger("rounds", 150);

    private static final BlockClassifier UNDECIDED = new BlockClassifier(0, List.of());

    private record Example(
            GoldPage page, Metadata metadata, ArticleContext context, float[][] rows, List<BlockLabels.Label> labels) {}

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
        String predictions = System.getProperty("predictions");
        for (int s = 0; s < sets.size(); s++) {
            String set = arguments[s + 1];
            if (predictions != null) {
                predict(Path.of(predictions), Path.of(set), sets.get(s), folds);
            }
            for (GoldPage.Half half : GoldPage.Half.values()) {
                TokenScore rules = new TokenScore();
                TokenScore model = new TokenScore();
                for (Example example : sets.get(s)) {
                    if (example.page().half() == half) {
                        rules.add(example.page().body(), text(example, UNDECIDED));
                        model.add(example.page().body(), text(example, folds[fold(example)]));
                    }
                }
                System.out.println(set + ", " + half + ", rules alone: " + rules);
                System.out.println(set + ", " + half + ", with the classifier, each domain held out: " + model);
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
        float[][] rows = new float[blocks.size()][];
        for (int i = 0; i < rows.length; i++) {
            TextBlock block = blocks.get(i);
            rows[i] = features.of(
                    block, Rules.reason(new Candidate(context, block)).orElse(null));
        }
        return new Example(gold, metadata, context, rows, BlockLabels.of(blocks, gold.body()));
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
                    // Long lists must not drown the short articles, and yet count for more than one of these.
                    weights.add(18 / Math.pow(example.rows().length, 0.75));
                }
            }
        }
        return new TreeTrainer(ROUNDS, 6, 12.0 / ROUNDS, 4, 3, 0.2, 0.7)
                .train(
                        rows.toArray(float[][]::new),
                        labels.stream().mapToInt(i -> i).toArray(),
                        weights.stream().mapToDouble(d -> d).toArray());
    }

    private static void predict(Path predictions, Path set, List<Example> examples, BlockClassifier[] folds)
            throws IOException {
        Path folder = Files.createDirectories(predictions.resolve(set.getFileName()));
        ObjectMapper json = new ObjectMapper();
        try (ErrorTally errors = new ErrorTally(predictions.resolve(set.getFileName() + ".wrong"))) {
            for (Example example : examples) {
                List<Judgement> judgements = judgements(example, folds[fold(example)]);
                String kind = kind(example, judgements);
                errors.add(example.page(), example.context(), judgements, kind);
                ObjectNode row = json.createObjectNode();
                row.put("articleBody", kind.isEmpty() ? text(judgements) : "");
                row.put("title", example.metadata().title().orElse(""));
                example.metadata().authors().forEach(row.putArray("authors")::add);
                example.metadata()
                        .published()
                        .ifPresent(date -> row.put("date", date.day().toString()));
                json.writeValue(folder.resolve(example.page().id() + ".json").toFile(), row);
            }
            System.out.println(set);
            errors.print();
        }
    }

    /** What the extractor would return with this classifier: nothing where it takes the page for no article. */
    private static String text(Example example, BlockClassifier classifier) {
        List<Judgement> judgements = judgements(example, classifier);
        return kind(example, judgements).isEmpty() ? text(judgements) : "";
    }

    private static List<Judgement> judgements(Example example, BlockClassifier classifier) {
        return new BlockJudge(classifier).judge(example.context());
    }

    private static String kind(Example example, List<Judgement> judgements) {
        return PageKind.notAnArticle(
                        example.context().page(),
                        example.metadata(),
                        judgements,
                        example.page().uri())
                .map(PageKind::name)
                .orElse("");
    }

    private static String text(List<Judgement> judgements) {
        StringBuilder text = new StringBuilder();
        for (Judgement judgement : judgements) {
            if (judgement.removedFor().isEmpty()) {
                text.append(judgement.block().text()).append("\n\n");
            }
        }
        return text.toString();
    }
}
