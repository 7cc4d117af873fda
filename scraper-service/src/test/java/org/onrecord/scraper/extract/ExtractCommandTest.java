package org.onrecord.scraper.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ExtractCommandTest {

    private static final String PAGE =
            "<h1>Ferry late again on Monday</h1><p>By Ann Lee</p><article><p>The ferry was late again on Monday, and the harbour master said that nobody had minded.</p>"
                    + "<p>The next one came on time, at a quarter past four, and there was nobody left to take it.</p></article>";

    private final ByteArrayOutputStream report = new ByteArrayOutputStream();
    private final ExtractCommand command = new ExtractCommand(new PrintStream(report, true, StandardCharsets.UTF_8));

    @Test
    void writesARowForEachPageOfTheFolder(@TempDir Path pages, @TempDir Path out) throws IOException {
        Files.writeString(pages.resolve("plain.html"), PAGE);
        Files.writeString(pages.resolve("packed.json"), "{\"url\": \"https://courier.example/2026/03/01/ferry\"}");
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(pages.resolve("packed.html.gz")))) {
            packed.write(PAGE.getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(pages.resolve("empty.html"), " ");

        int exit = command.run(pages.toString(), out.toString());

        assertThat(exit).isZero();
        JsonNode plain = new ObjectMapper().readTree(out.resolve("plain.json").toFile());
        assertThat(plain.path("articleBody").asText())
                .startsWith("The ferry was late")
                .contains("minded.\n\nThe next");
        assertThat(plain.path("title").asText()).isEqualTo("Ferry late again on Monday");
        assertThat(plain.path("authors").get(0).asText()).isEqualTo("Ann Lee");
        assertThat(new ObjectMapper()
                        .readTree(out.resolve("packed.json").toFile())
                        .path("date")
                        .asText())
                .isEqualTo("2026-03-01");
        assertThat(new ObjectMapper()
                        .readTree(out.resolve("empty.json").toFile())
                        .path("outcome")
                        .asText())
                .isEqualTo("EMPTY");
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(command.run("no-such-folder")).isEqualTo(2);
        assertThat(report.toString(StandardCharsets.UTF_8)).contains("onrecord extract DIR OUT");
    }
}
