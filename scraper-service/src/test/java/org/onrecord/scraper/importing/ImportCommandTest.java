package org.onrecord.scraper.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.onrecord.chassis.environment.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/** Files of any kind are sent to an API, which one that notes what it gets stands in for. */
class ImportCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final List<String> keys = new ArrayList<>();
    private final List<JsonNode> lines = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream report = new ByteArrayOutputStream();
    private int asked;
    private HttpServer api;

    @BeforeEach
    void start() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/v1/imports", this::answer);
        api.start();
    }

    @AfterEach
    void stop() {
        api.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String status;
        if (exchange.getRequestMethod().equals("POST")) {
            keys.add(exchange.getRequestHeaders().getFirst("Authorization"));
            for (String line :
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                lines.add(JSON.readTree(line));
            }
            exchange.getResponseHeaders().set("Location", "/v1/imports/1");
            status = "{\"lines\": 2, \"waiting\": 2}";
        } else {
            status = asked++ == 0
                    ? "{\"lines\": 2, \"waiting\": 1}"
                    : "{\"lines\": 2, \"waiting\": 0, \"broken\": 1, \"known\": 0, \"outcomes\": {\"extracted\": 1},"
                            + " \"problems\": [{\"line\": 2, \"reason\": \"broken\", \"detail\": \"not UTF-8\"}]}";
        }
        byte[] body = status.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(exchange.getRequestMethod().equals("POST") ? 202 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private int run(Path path) throws InterruptedException {
        Environment environment = new Environment(
                Map.of(
                        "ONRECORD_API_URL",
                        "http://127.0.0.1:" + api.getAddress().getPort(),
                        "ONRECORD_KEY",
                        "secret"),
                new Properties());
        return ImportCommand.run(List.of(path.toString()), environment, new PrintStream(out), new PrintStream(report));
    }

    @Test
    void linesAreSentAsTheyAreAndWhatBecameOfThemIsTold() throws Exception {
        Path file = Files.writeString(folder.resolve("old.jsonl"), "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n");

        int status = run(file);

        assertThat(status).isZero();
        assertThat(lines).extracting(line -> line.path("text").asText()).containsExactly("One.", "Two.");
        assertThat(keys).containsExactly("Bearer secret");
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("extracted\t1", "broken\t1", "line 2\tbroken\tnot UTF-8");
    }

    @Test
    void theHtmlPagesOfFoldersAndWarcFilesBecomeLines() throws Exception {
        Files.createDirectories(folder.resolve("pages/2019"));
        Files.write(
                folder.resolve("pages/2019/a.html"),
                "<meta charset=iso-8859-1><p>Café".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(folder.resolve("pages/notes.txt"), "not a page");
        Path warc = folder.resolve("pages/b.warc.gz");
        try (FileChannel channel = FileChannel.open(warc, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                WarcWriter writer = new WarcWriter(channel, org.netpreserve.jwarc.WarcCompression.GZIP)) {
            writer.write(response("https://news.example/b", 200, "text/html", "<p>Ferry"));
            writer.write(response("https://news.example/gone", 404, "text/html", "<p>Gone"));
            writer.write(response("https://news.example/c.png", 200, "image/png", "png"));
        }

        int status = run(folder.resolve("pages"));

        assertThat(status).as(report.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().path("html").asText()).endsWith("<p>Café");
        assertThat(lines.getLast().path("url").asText()).isEqualTo("https://news.example/b");
        assertThat(lines.getLast().path("html").asText()).isEqualTo("<p>Ferry");
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .as("a page is told by its address or its file")
                .contains("https://news.example/b\tbroken\tnot UTF-8");
    }

    @Test
    void aFolderWithoutPagesIsToldInOneLine() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThat(run(empty)).isEqualTo(1);
        assertThat(report.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains("no HTML or WARC file")
                .doesNotContain("run it again");
    }

    @Test
    void whatIsNotThereIsToldInOneLine() throws Exception {
        assertThat(run(folder.resolve("none"))).isEqualTo(Environment.WRONG);
        assertThat(report.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    }

    @Test
    void anApiThatIsAwayIsToldInOneLine() throws Exception {
        Path file = Files.writeString(folder.resolve("old.jsonl"), "{\"text\": \"One.\"}\n");
        api.stop(0);

        assertThat(run(file)).isEqualTo(1);
        assertThat(report.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains("run it again");
    }

    private static WarcResponse response(String url, int status, String type, String body) throws IOException {
        return new WarcResponse.Builder(URI.create(url))
                .date(Instant.parse("2019-03-14T06:30:00Z"))
                .body(new HttpResponse.Builder(status, "")
                        .body(MediaType.parse(type), body.getBytes(StandardCharsets.UTF_8))
                        .build())
                .build();
    }
}
