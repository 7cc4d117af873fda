package org.onrecord.benchmarks.extraction;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.onrecord.scraper.extract.body.Judgement;
import org.onrecord.scraper.extract.page.TextBlock;
import org.onrecord.scraper.extract.removal.candidate.ArticleContext;

/**
 * What was wrongly lost and wrongly kept, grouped by its cause, with what each cause costs: words, pages, and pages that
 * nothing else keeps from being right. The wrong blocks themselves are written to a file, those of the development half
 * alone.
 */
final class ErrorTally implements AutoCloseable {
    private static final int SHOWN = 160;

    private static final class Cost {
        private int blocks;
        private int words;
        private int pages;
        private int alone;
    }

    private final Map<String, Cost> costs = new HashMap<>();
    private final PrintWriter wrong;

    ErrorTally(Path file) throws IOException {
        this.wrong = new PrintWriter(Files.newBufferedWriter(file));
    }

    /** @param kind what the page was taken for, if for no article; otherwise empty */
    void add(GoldPage gold, ArticleContext article, List<Judgement> judgements, String kind) {
        List<TextBlock> blocks = article.page().blocks();
        List<BlockLabels.Label> labels = BlockLabels.of(blocks, gold.body());
        Set<String> causes = new HashSet<>();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            boolean kept = judgements.get(i).removedFor().isEmpty() && kind.isEmpty();
            if (labels.get(i) == BlockLabels.Label.UNKNOWN || kept == (labels.get(i) == BlockLabels.Label.ARTICLE)) {
                continue;
            }
            String cause = kept ? "kept" : "lost " + (kind.isEmpty() ? place(article, judgements.get(i)) : kind);
            Cost cost = costs.computeIfAbsent(cause, key -> new Cost());
            cost.blocks++;
            cost.words += blocks.get(i).words();
            causes.add(cause);
            lines.add(line(cause, blocks.get(i)));
        }
        for (String cause : causes) {
            costs.get(cause).pages++;
            costs.get(cause).alone += causes.size() == 1 ? 1 : 0;
        }
        if (gold.half() == GoldPage.Half.DEVELOPMENT && !lines.isEmpty()) {
            wrong.println("== " + gold.id() + " " + gold.url());
            lines.forEach(wrong::println);
        }
    }

    private static String place(ArticleContext article, Judgement judgement) {
        String reason = judgement.removedFor().orElseThrow().name().toLowerCase(Locale.ROOT);
        return (article.holds(judgement.block()) ? "inside, " : "outside, ") + reason;
    }

    private static String line(String cause, TextBlock block) {
        String text = block.text();
        return cause + " [" + block.region().make() + "] " + block.words() + ": "
                + text.substring(0, Math.min(SHOWN, text.length()));
    }

    void print() {
        System.out.println("cause: blocks, words, pages, pages wrong by it alone");
        costs.entrySet().stream()
                .sorted((a, b) -> b.getValue().words - a.getValue().words)
                .forEach(entry -> System.out.printf(
                        Locale.ROOT,
                        "%s: %d, %d, %d, %d%n",
                        entry.getKey(),
                        entry.getValue().blocks,
                        entry.getValue().words,
                        entry.getValue().pages,
                        entry.getValue().alone));
    }

    @Override
    public void close() {
        wrong.close();
    }
}
