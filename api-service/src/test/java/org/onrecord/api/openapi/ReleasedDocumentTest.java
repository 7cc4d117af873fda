package org.onrecord.api.openapi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.MarkdownRender;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The API answers every client that any released version of it answered. What breaks one is told as a client would read it;
 * it needs a new version in the path ({@code /v2}), and the document of each release stands in {@code released}.
 */
class ReleasedDocumentTest {

    private static final Path COMMITTED = Path.of("openapi.yaml");
    private static final Path RELEASED = Path.of("src/test/resources/released");

    static List<Path> released() throws IOException {
        try (Stream<Path> files = Files.list(RELEASED)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("released")
    void aClientOfAReleasedVersionIsAnswered(Path release) throws IOException {
        ChangedOpenApi changes = compare(asAnswered(Files.readString(release)), asText(Files.readString(COMMITTED)));

        assertThat(changes.isCompatible())
                .as("against %s:%n%s", release.getFileName(), account(changes))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'  /v1/top:', '  /v1/topmost:'",
        "'name: speaker', 'name: voice'",
        "'operationId: quotes', 'operationId: quotes\n      requestBody:\n        required: true\n        content:\n"
                + "          application/json:\n            schema:\n              type: string'",
    })
    void aBreakingChangeIsSeen(String before, String after) throws IOException {
        String released = Files.readString(COMMITTED);
        assertThat(released).contains(before);

        assertThat(compare(released, released.replace(before, after)).isCompatible())
                .isFalse();
    }

    @Test
    void anAdditionBreaksNobody() throws IOException {
        String released = Files.readString(COMMITTED);
        String before = "  /v1/top:";

        assertThat(compare(released.replace(before, "  /v1/older:"), released).isCompatible())
                .isFalse();
        assertThat(compare(released, released).isUnchanged()).isTrue();
    }

    /** The address of what became of a submission was relative in every release, and said to be whole in their documents. */
    private static String asAnswered(String released) {
        return released.replaceFirst("(status:\\s+type: string\\s+format: uri)\\n", "$1-reference\n");
    }

    /** That lines are to be kept as a file tells generators something, and changes nothing of what is sent. */
    private static String asText(String document) {
        return document.replaceAll("\\n *format: binary", "");
    }

    private static ChangedOpenApi compare(String before, String after) {
        return OpenApiCompare.fromContents(before, after);
    }

    private static String account(ChangedOpenApi changes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStreamWriter writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            new MarkdownRender().render(changes, writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
