package org.onrecord.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.onrecord.local.Executables;
import org.onrecord.local.Line;

import static org.assertj.core.api.Assertions.assertThat;

/** What an operator does with nothing but the packaged services: no checkout, no tools. */
@ExtendWith(RunningLine.class)
class ServiceCommandTest {
    /** The number of a story that no other test reads. */
    private static final int ARCHIVED = 648;

    private static final Pattern ENTRYPOINT = Pattern.compile("(?m)^ENTRYPOINT (\\[.*])$");

    /** A command that ended and what it printed. */
    record Ended(int status, List<String> lines) {}

    @Test
    void keysAreMadeListedAndRevoked(Line line) throws Exception {
        Ended created = run(line, "api-service", "key", "create", "the newsroom", "write", "2090-01-01");
        assertThat(created.lines())
                .satisfiesExactlyInAnyOrder(
                        secret -> assertThat(secret).matches("onr_[A-Za-z0-9_-]{43}"),
                        note -> assertThat(note).isEqualTo("key: this is the only time that the key is shown"));
        assertThat(created.status()).isZero();

        String listed = run(line, "api-service", "key", "list").lines().stream()
                .filter(key -> key.endsWith("\tthe newsroom"))
                .findFirst()
                .orElseThrow();

        Ended revoked = run(line, "api-service", "key", "revoke", listed.split("\t")[0]);
        assertThat(revoked).isEqualTo(new Ended(0, List.of()));
    }

    @Test
    void deadLettersArePutBack(Line line) throws Exception {
        Ended replayed = run(line, "api-service", "replay", "api-outcomes-dead-letter");

        // Other tests of the line may have left some.
        assertThat(replayed.lines().getFirst()).matches("replay: put \\d+ records? back on outcomes");
        assertThat(replayed.status()).isZero();
    }

    @Test
    void anArchiveIsReadAgain(Line line, Press press) throws Exception {
        RunningLine.read(line, press.story(ARCHIVED));

        Ended read = run(line, "scraper-service", "re-extract", archive(line).toString());

        assertThat(read.status()).isZero();
        assertThat(read.lines().getLast()).matches("\\d+ pages, \\d+ of them read differently by .*");

        Ended republished = run(
                line,
                "scraper-service",
                "republish",
                "2026-01-01",
                archive(line).toString());
        assertThat(republished.status()).isZero();
        assertThat(republished.lines().getLast()).matches("republish: put [1-9]\\d* articles? on articles");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            api-service     | kye            | api-service: unknown command 'kye' (known: key, replay; without arguments \
            the service starts)
            nlp-service     | key            | nlp-service: unknown command 'key' (it has none; start it without arguments)
            api-service     | replay quotes  | replay: name a dead-letter topic: api-analyses-dead-letter, \
            api-outcomes-dead-letter, nlp-articles-dead-letter, scraper-fetch-requests-dead-letter
            scraper-service | re-extract     | re-extract: name one folder of .warc.gz files, or set ONRECORD_ARCHIVE
            scraper-service | republish soon | republish: name a moment, such as 2026-11-27 or 2026-11-27T18:30:00Z, and \
            then the folder of the archive if ONRECORD_ARCHIVE does not
            """)
    void whatIsToldWronglyIsSaidInOneLine(String service, String arguments, String told, Line line) throws Exception {
        assertThat(run(line, service, arguments.split(" "))).isEqualTo(new Ended(2, List.of(told)));
    }

    /** {@code docker run IMAGE key list}: what follows the image's name is put behind its entry point. */
    @Test
    void theImagesPassTheirArgumentsOn(Line line) throws Exception {
        Path packaged = Executables.chosen().of(RunningLine.PROJECT, "api-service");
        boolean isJar = Executables.chosen() == Executables.JVM;
        List<String> command = new ArrayList<>(entryPoint(isJar ? "Dockerfile" : "Dockerfile.native"));
        command.set(
                0,
                isJar ? Path.of(System.getProperty("java.home"), "bin", "java").toString() : packaged.toString());
        command.addAll(List.of("key", "list"));

        Ended listed = run(line, command, packaged.getParent());

        assertThat(listed.lines()).contains("id\tscope\tcreated\texpires\tlast used\trevoked\tname");
        assertThat(listed.status()).isZero();
    }

    private static List<String> entryPoint(String file) throws IOException {
        Matcher line = ENTRYPOINT.matcher(Files.readString(RunningLine.PROJECT.resolve("deploy/containers/" + file)));
        assertThat(line.find())
                .as("a list, since a line of a shell would lose the arguments")
                .isTrue();
        return List.of(new ObjectMapper().readValue(line.group(1), String[].class));
    }

    static Path archive(Line line) {
        return line.scraper().log().getParent().resolveSibling("archive");
    }

    static Ended run(Line line, String service, String... arguments) throws IOException, InterruptedException {
        return run(line, Executables.chosen().command(RunningLine.PROJECT, service, arguments), Path.of("."));
    }

    private static Ended run(Line line, List<String> command, Path folder) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment(line));
        Process process = builder.redirectErrorStream(true).start();
        List<String> lines = new String(process.getInputStream().readAllBytes())
                .lines()
                .filter(text -> !text.startsWith("Picked up JAVA_TOOL_OPTIONS"))
                .toList();
        return new Ended(process.waitFor(), lines);
    }

    /** Of all commands; what they look up is noted as well. */
    static Map<String, String> environment(Line line) {
        Map<String, String> environment = new HashMap<>(RunningLine.LOOK_UPS.environment());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", line.kafka().bootstrapServers());
        environment.put("ONRECORD_DATABASE_URL", line.postgresql().jdbcUrl());
        environment.put("ONRECORD_DATABASE_USER", line.postgresql().user());
        environment.put("ONRECORD_DATABASE_PASSWORD", line.postgresql().password());
        return environment;
    }
}
