package org.onrecord.benchmarks.extraction;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jsoup.Jsoup;

import com.chimbori.crux.articles.ArticleExtractor;

import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.extractors.CommonExtractors;
import net.dankito.readability4j.Readability4J;

import org.onrecord.scraper.extract.Extractor;

/**
 * Pages per CPU second of one thread, ours beside its peers in one run of one virtual machine, each warmed up and then
 * measured in turns.
 *
 * <p>{@code SpeedComparison GOLD [ROUNDS]}
 */
public final class SpeedComparison {
    private static final int WARM_UP_ROUNDS = 6;
    private static final int DEFAULT_ROUNDS = 8;

    /** One extractor on one page; returns something that depends on its work. */
    private interface Subject {
        int extract(GoldPage page, String html) throws BoilerpipeProcessingException;
    }

    private SpeedComparison() {}

    public static void main(String[] arguments) throws IOException, BoilerpipeProcessingException {
        List<GoldPage> pages = GoldPage.in(Path.of(arguments[0]));
        List<String> texts = pages.stream()
                .map(page -> new String(page.page(), StandardCharsets.UTF_8))
                .toList();
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : DEFAULT_ROUNDS;
        Map<String, Subject> subjects = subjects();
        Map<String, Double> best = new LinkedHashMap<>();
        for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
            for (Map.Entry<String, Subject> subject : subjects.entrySet()) {
                double speed = pagesPerSecond(subject.getValue(), pages, texts);
                if (round >= 0) {
                    best.merge(subject.getKey(), speed / rounds, Double::sum);
                }
            }
        }
        best.forEach(
                (name, speed) -> System.out.printf(Locale.ROOT, "%-24s %6.0f pages per CPU second%n", name, speed));
    }

    private static Map<String, Subject> subjects() {
        Extractor onrecord = new Extractor();
        Map<String, Subject> subjects = new LinkedHashMap<>();
        subjects.put(
                "onrecord",
                (page, html) -> onrecord.extract(page.page(), Optional.empty(), page.uri())
                        .hashCode());
        subjects.put("jsoup, parsing alone", (page, html) -> Jsoup.parse(html).childNodeSize());
        subjects.put(
                "crux 2.1.0",
                (page, html) -> ArticleExtractor.with(page.url(), html)
                        .extractMetadata()
                        .extractContent()
                        .article()
                        .hashCode());
        subjects.put(
                "boilerpipe 1.2.2",
                (page, html) -> CommonExtractors.ARTICLE_EXTRACTOR.getText(html).length());
        subjects.put(
                "readability4j 1.0.8",
                (page, html) -> String.valueOf(
                                new Readability4J(page.url(), html).parse().getTextContent())
                        .length());
        return subjects;
    }

    private static double pagesPerSecond(Subject subject, List<GoldPage> pages, List<String> texts)
            throws BoilerpipeProcessingException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        int sink = 0;
        for (int i = 0; i < pages.size(); i++) {
            sink += subject.extract(pages.get(i), texts.get(i));
        }
        long spent = threads.getCurrentThreadCpuTime() - start;
        // Using the sum keeps the work from being optimised away.
        return sink == Integer.MIN_VALUE ? 0 : pages.size() * 1e9 / spent;
    }
}
