package org.onrecord.scraper.extract;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.onrecord.contracts.Block;
import org.onrecord.scraper.Eventually;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * Pages of the seed site with bytes cut out, doubled, shuffled and spoilt: each ends in a named outcome whose offsets are
 * true. Runs for {@code onrecord.fuzz.seconds}, a minute by default; a failure names the seed that repeats it.
 */
class MutatedPagesTest {

    private static final String[] SPLINTERS = {
        "<",
        ">",
        "\"",
        "</p>",
        "<p>",
        "<div hidden>",
        "<table><tr>",
        "<script>",
        "<!--",
        "]]>",
        "&#x0;",
        "&nbsp;",
        "{",
        "<br><br>",
        "<blockquote>",
        "<svg>",
        "<template>",
        "\u0000",
        "\uFFFF",
        "<h1>",
        "</article>",
        "<a href='",
        "<li>",
        "\r"
    };

    private final Extractor extractor = new Extractor();

    @Test
    void endInANamedOutcome() throws IOException {
        List<byte[]> pages = pages();
        long end = System.nanoTime()
                + Duration.ofSeconds(Long.getLong("onrecord.fuzz.seconds", 60)).toNanos();
        long seed = Long.getLong("onrecord.fuzz.seed", 1);
        int runs = 0;

        for (; System.nanoTime() < end; seed++, runs++) {
            Random random = new Random(seed);
            byte[] page = mutated(pages.get(random.nextInt(pages.size())), random);
            long current = seed;
            Extraction extraction = assertTimeoutPreemptively(
                    Eventually.WITHIN,
                    () -> extractor.extract(
                            page, Optional.empty(), Optional.of(URI.create("http://courier.example/a"))),
                    () -> "seed " + current);
            assertThat(isSound(extraction)).as("seed %d", seed).isTrue();
        }

        assertThat(runs).isPositive();
    }

    private static boolean isSound(Extraction extraction) {
        if (!(extraction instanceof ExtractedArticle article)) {
            return true;
        }
        int at = 0;
        for (Block block : article.blocks()) {
            if (block.start() < at
                    || block.end() <= block.start()
                    || block.end() > article.text().length()) {
                return false;
            }
            at = block.end();
        }
        return !article.text().isBlank() && at == article.text().length();
    }

    private static byte[] mutated(byte[] page, Random random) {
        StringBuilder text = new StringBuilder(new String(page, java.nio.charset.StandardCharsets.ISO_8859_1));
        int changes = 1 + random.nextInt(30);
        for (int i = 0; i < changes && text.length() > 2; i++) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(random.nextBoolean() ? 8 : 2_000));
            switch (random.nextInt(5)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, text.substring(at, end));
                case 2 -> text.insert(random.nextInt(text.length()), SPLINTERS[random.nextInt(SPLINTERS.length)]);
                case 3 -> text.setCharAt(at, (char) random.nextInt(256));
                default -> text.insert(random.nextInt(text.length()), text.substring(at, end));
            }
        }
        return text.toString().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static List<byte[]> pages() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("..", "seeds", "site"))) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .map(MutatedPagesTest::bytes)
                    .toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
