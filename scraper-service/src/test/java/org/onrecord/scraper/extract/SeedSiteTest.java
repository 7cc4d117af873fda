package org.onrecord.scraper.extract;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.onrecord.contracts.Block;

import static org.assertj.core.api.Assertions.assertThat;

/** Every page of the seed site, against what a careful reader finds in it. */
class SeedSiteTest {

    private static final Path SEEDS = Path.of("..", "seeds");
    private static final String ORIGIN = "http://courier.example";

    private final Extractor extractor = new Extractor();

    static Stream<String> pages() throws IOException {
        try (Stream<Path> files = Files.walk(SEEDS.resolve("expected"))) {
            List<String> names = files.filter(file -> file.toString().endsWith(".json"))
                    .map(file -> SEEDS.resolve("expected").relativize(file).toString())
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
            return names.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isReadAsACarefulReaderReadsIt(String name) throws IOException {
        JsonNode expected = new ObjectMapper()
                .readTree(SEEDS.resolve("expected").resolve(name + ".json").toFile());

        Extraction extraction =
                extractor.extract(page(name), Optional.empty(), Optional.of(URI.create(ORIGIN + "/" + name + ".html")));

        if (expected.path("notAnArticle").asBoolean()) {
            assertThat(extraction).isInstanceOf(NotAnArticle.class);
            return;
        }
        assertThat(extraction).isInstanceOf(ExtractedArticle.class);
        ExtractedArticle article = (ExtractedArticle) extraction;
        List<String> cells = cells(expected.path("tableRows"));
        List<String> paragraphs = paragraphs(article);
        if (!cells.isEmpty()) {
            assertThat(paragraphs).containsSequence(cells);
        }
        paragraphs.removeAll(cells);
        assertThat(paragraphs).containsExactlyElementsOf(words(expected.path("paragraphs")));
        assertThat(article.title()).isEqualTo(expected.path("title").asText());
        assertThat(article.authors()).containsExactlyElementsOf(words(expected.path("authors")));
        assertThat(article.published()).isEqualTo(instant(expected.path("publishedAt")));
        if (expected.has("language")) {
            assertThat(article.language()).isEqualTo(expected.path("language").asText());
        }
    }

    private static byte[] page(String name) throws IOException {
        byte[] stored = Files.readAllBytes(SEEDS.resolve("site").resolve(name + ".html"));
        String bytes = new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1);
        return bytes.replace("{{origin}}", ORIGIN).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static List<String> cells(JsonNode rows) {
        List<String> cells = new ArrayList<>();
        rows.forEach(row -> cells.addAll(words(row)));
        return cells;
    }

    private static List<String> paragraphs(ExtractedArticle article) {
        List<String> paragraphs = new ArrayList<>();
        for (Block block : article.blocks()) {
            paragraphs.add(article.text().substring(block.start(), block.end()));
        }
        return paragraphs;
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(item -> words.add(item.asText()));
        return words;
    }

    private static Optional<Instant> instant(JsonNode value) {
        return value.isTextual() ? Optional.of(Instant.parse(value.asText())) : Optional.empty();
    }
}
