package org.onrecord.api.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

/** Spectral, the linter that many users run over a document before they take it, has nothing to say of ours. */
class DocumentLintTest {

    private static final Path COMMITTED = Path.of("openapi.yaml").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void theDocumentHasNoErrorAndNoWarning() throws IOException, InterruptedException {
        assertThat(lint(COMMITTED)).contains("No results");
    }

    @Test
    void aWrongExampleIsSeen() throws IOException, InterruptedException {
        Path wrong = folder.resolve("wrong.yaml");
        Files.writeString(wrong, Files.readString(COMMITTED).replaceFirst("format: uri-reference", "format: uri"));

        assertThat(lint(wrong)).contains("oas3-valid-media-example");
    }

    private String lint(Path document) throws IOException, InterruptedException {
        Path rules = Files.writeString(folder.resolve("rules.yaml"), "extends: [\"spectral:oas\"]\n");
        Process spectral = new ProcessBuilder(
                        spectral(),
                        "lint",
                        "--ruleset",
                        rules.toString(),
                        "--fail-severity",
                        "warn",
                        document.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(spectral.getInputStream().readAllBytes());
        spectral.waitFor();
        return told;
    }

    /** Skips the test, visibly, where there is none. */
    private static String spectral() {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(place -> Path.of(place, "spectral"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseGet(() -> abort("spectral not found (npm install --global @stoplight/spectral-cli)"));
    }
}
