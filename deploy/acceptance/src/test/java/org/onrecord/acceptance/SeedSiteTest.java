package org.onrecord.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.restassured.path.json.JsonPath;

import org.onrecord.local.Line;

import static org.assertj.core.api.Assertions.assertThat;

/** Every page of the seed site becomes what {@code seeds/expected} says: an article, word for word, or a reason. */
@ExtendWith(RunningLine.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeedSiteTest {
    private static final Path EXPECTED = RunningLine.PROJECT.resolve("seeds/expected");

    private final Map<String, JsonPath> traceByPath = new HashMap<>();

    @BeforeAll
    void readTheSite(Line line) throws IOException {
        Map<String, String> statusByPath = new HashMap<>();
        for (JsonPath expected : allExpected()) {
            String path = expected.getString("path");
            statusByPath.put(
                    path, RunningLine.submit(line, Map.of("url", line.seedSite().origin() + path)));
        }
        statusByPath.forEach((path, status) -> traceByPath.put(path, RunningLine.awaitEnd(line, status)));
    }

    @ParameterizedTest
    @MethodSource("articles")
    void anArticleIsStoredWordForWord(Path file, Line line) {
        JsonPath expected = JsonPath.from(file.toFile());

        JsonPath article = RunningLine.get(
                line,
                "/v1/articles/" + traceByPath.get(expected.getString("path")).getString("articleId"));

        List<String> cells = Stream.ofNullable(expected.<List<String>>getList("tableRows"))
                .flatMap(List::stream)
                .flatMap(List::stream)
                .toList();
        List<String> paragraphs =
                new ArrayList<>(List.of(article.getString("text").split("\n\n")));
        if (!cells.isEmpty()) {
            assertThat(paragraphs).containsSequence(cells);
            paragraphs.removeAll(cells);
        }
        assertThat(paragraphs).containsExactlyElementsOf(expected.getList("paragraphs", String.class));
        assertThat(article.getString("title")).isEqualTo(expected.getString("title"));
        assertThat(article.<String>getList("authors")).isEqualTo(expected.getList("authors"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void aPageWithoutAnArticleSaysSo(Path file) {
        JsonPath expected = JsonPath.from(file.toFile());

        JsonPath trace = traceByPath.get(expected.getString("path"));

        assertThat(trace.getString("articleId")).isNull();
        assertThat(trace.<String>getList("outcomes.reason"))
                .containsAnyOf("not-an-article", "refused-by-robots", "refused-by-page", "http-error");
    }

    static Stream<Path> articles() throws IOException {
        return files().stream().filter(file -> !isOther(JsonPath.from(file.toFile())));
    }

    static Stream<Path> others() throws IOException {
        return files().stream().filter(file -> isOther(JsonPath.from(file.toFile())));
    }

    private static boolean isOther(JsonPath expected) {
        return expected.get("paragraphs") == null || expected.getString("path").startsWith("/private/");
    }

    private static List<JsonPath> allExpected() throws IOException {
        return files().stream().map(file -> JsonPath.from(file.toFile())).toList();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(EXPECTED)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
