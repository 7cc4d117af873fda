package org.onrecord.acceptance;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.restassured.path.json.JsonPath;

import org.onrecord.local.Line;
import org.onrecord.local.ServiceProcess;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.acceptance.Eventually.eventually;

/** The API is killed while it takes an import in, and again and again while it has the lines read. */
@ExtendWith(RunningLine.class)
class KilledImportTest {

    private static final int LINES = 2000;
    /** Every so many, one is broken. */
    private static final int BROKEN = 100;

    private static final int ARTICLES = LINES - LINES / BROKEN;
    private static final int KILLS = 4;

    @Test
    void everyLineIsAccountedForAndNoArticleIsThereTwice(Line line) throws Exception {
        ServiceProcess api = line.api();
        cutShortByAKill(api);
        String id = given().baseUri(api.origin().toString())
                .contentType("application/jsonl")
                .body(lines(0, LINES).getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");

        for (int kill = 0; kill < KILLS; kill++) {
            int before = waiting(status(line, id));
            eventually().until(() -> waiting(status(line, id)) < before - LINES / (2 * KILLS));
            assertThat(waiting(status(line, id)))
                    .as("lines wait when it is killed")
                    .isPositive();
            api.kill();
            api.start();
            api.awaitReady();
        }

        JsonPath done = eventually()
                .until(
                        () -> status(line, id),
                        status -> status.getString("state").equals("done"));
        assertThat(done.getInt("lines")).isEqualTo(LINES);
        assertThat(done.getInt("broken")).isEqualTo(LINES / BROKEN);
        assertThat(done.getInt("known") + done.getInt("outcomes.extracted")).isEqualTo(ARTICLES);
        assertThat(done.<Integer>getList("problems.line"))
                .startsWith(BROKEN, 2 * BROKEN)
                .hasSize(LINES / BROKEN);
        eventually().until(() -> stored(line).size() >= ARTICLES);
        assertThat(stored(line)).doesNotHaveDuplicates().hasSize(ARTICLES);
    }

    /** Of what was sent up to then nothing was answered: its sender sends all of it again. */
    private static void cutShortByAKill(ServiceProcess api) throws Exception {
        URI origin = api.origin();
        try (Socket socket = new Socket(origin.getHost(), origin.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/imports HTTP/1.1\r\nHost: " + origin.getAuthority()
                            + "\r\nContent-Type: application/jsonl\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] some = lines(0, LINES / 4).getBytes(StandardCharsets.UTF_8);
            out.write((Integer.toHexString(some.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(some);
            out.flush();
            eventually().until(() -> trace(api, 0) == 200);
            api.kill();
        } catch (IOException e) {
            // The connection ends with it.
        }
        api.start();
        api.awaitReady();
    }

    /** Its page is asked for by nobody else: 200 once it was read. */
    private static int trace(ServiceProcess api, int number) {
        return given().get(api.origin() + "/v1/trace?url=" + url(number)).statusCode();
    }

    private static JsonPath status(Line line, String id) {
        return RunningLine.get(line, "/v1/imports/" + id);
    }

    private static int waiting(JsonPath status) {
        return status.getInt("waiting");
    }

    /** The addresses of what is stored of the import. */
    private static List<String> stored(Line line) {
        List<String> urls = new ArrayList<>();
        String export = given().baseUri(line.api().origin().toString())
                .get("/v1/exports/articles?format=jsonl&site=harbour-archive.example")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        export.lines()
                .map(JsonPath::from)
                .filter(article -> article.getString("url") != null)
                .forEach(article -> urls.add(article.getString("url")));
        return urls;
    }

    private static String url(int number) {
        return "https://www.harbour-archive.example/berths/" + number;
    }

    private static String lines(int from, int to) {
        StringBuilder lines = new StringBuilder();
        for (int i = from + 1; i <= to; i++) {
            lines.append(
                    i % BROKEN == 0
                            ? "{\"url\": \"" + url(i - 1) + "\", \"txt\": \"misspelt\"}\n"
                            : "{\"url\": \"" + url(i - 1)
                                    + "\", \"title\": \"Berths\", \"text\": \"“The harbour will have " + (i + 1000)
                                    + " berths by the spring,” Mara Solheim said on Monday.\"}\n");
        }
        return lines.toString();
    }
}
