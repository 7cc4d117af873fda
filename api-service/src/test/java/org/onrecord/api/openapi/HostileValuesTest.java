package org.onrecord.api.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import org.onrecord.api.Eventually;
import org.onrecord.api.StoredNews;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every operation of the OpenAPI document, with each of its parameters and its body turned against it in turn: an answer, or a
 * problem that says what to do, and never a fault of the service.
 */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
class HostileValuesTest {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** Of the services behind this one, which nobody plays here. */
    private static final Set<String> AWAY = Set.of("scraper-away", "reader-away");

    private static final List<String> VALUES = List.of(
            "",
            " ",
            "'; DROP TABLE quote; --",
            "' OR '1'='1",
            "%' AND 1=(SELECT 1/0)--",
            "<script>alert(1)</script>",
            "${jndi:ldap://127.0.0.1/a}",
            "../../../../etc/passwd",
            "\u0000",
            "a\u0000b",
            "\r\nX-Injected: yes",
            "\ud83d\ude00".repeat(60),
            "\u202eright to left",
            "a\u0301\u0301\u0301\u0301",
            "-1",
            "0",
            "1e400",
            "99999999999999999999999999",
            "NaN",
            "-0.0",
            "true",
            "null",
            "[]",
            "{}",
            "2014-13-45",
            "9999-12-31T23:59:59.999999999Z",
            "-999999999-01-01",
            "00000000-0000-0000-0000-000000000000",
            "a,b,c",
            "\"unclosed",
            "(((((((((((((((",
            "a & | ! b <-> c:*",
            "\\",
            "%",
            "%zz",
            "x".repeat(5000));

    private static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "{}",
            "0",
            "\"text\"",
            "{\"url\": ",
            "{\"url\": null}",
            "{\"url\": 17}",
            "{\"url\": {\"a\": 1}}",
            "{\"url\": \"\\u0000\"}",
            "{\"url\": \"\\ud800\"}",
            "{\"text\": \"\\u0000\"}",
            "{\"text\": \"\\ud800\", \"title\": \"\\udfff\"}",
            "{\"text\": []}",
            "{\"html\": \"" + "<div>".repeat(20_000) + "\"}",
            "{\"text\": \"a\", \"html\": \"b\", \"url\": \"c\"}",
            "{\"unknown\": 1e999999}",
            "{\"paused\": \"maybe\"}",
            "{\"decision\": \"corrected\", \"spans\": [{\"field\": \"text\", \"start\": 2147483647, \"end\": -1}]}",
            "{\"decision\": \"corrected\", \"speakers\": [[]], \"unattributed\": 1}",
            "{\"decision\": \"rejected\", \"note\": \"\\u0000\"}",
            "{\"name\": \"\\ud800\", \"note\": \"\\u0000\", \"articles\": [\"x\"]}",
            "{\"into\": \"00000000-0000-0000-0000-000000000000\"}",
            "{\"include\": [\"[\", \"\\\\\", \"(((\", null, 3]}",
            "{\"url\": \"http://[::1\"}",
            "{\"url\": \"http://" + "a".repeat(9000) + "\"}",
            "[".repeat(50_000),
            "{\"a\":".repeat(50_000),
            "\ufeff{}",
            "{\"url\": \"x\"}{\"url\": \"y\"}",
            "{\"name\": \"\\u0000\", \"query\": \"q=%00\"}",
            "{\"name\": \"\\ud800\", \"query\": \"q=\\ud800\"}",
            "{\"name\": \"a\", \"query\": \"q=\\ud800&speaker=\\udfff\"}",
            "{\"name\": \"a\", \"query\": \"%\"}",
            "{\"name\": \"a\", \"query\": \"&&==&\"}",
            "{\"name\": \"a\", \"query\": \"" + "speaker=a&".repeat(700) + "\"}",
            "{\"name\": \"" + "a".repeat(9000) + "\"}",
            "{\"search\": \"x\", \"url\": \"http://10.0.0.1/\"}",
            "{\"search\": \"00000000-0000-0000-0000-000000000000\", \"url\": \"\\u0000\"}",
            "{\"search\": \"00000000-0000-0000-0000-000000000000\", \"email\": \"a@b\\r\\nBcc: c@d.example\", \"every\": \"\"}",
            "{\"email\": [\"a@paper.example\"], \"every\": 1}",
            "<!DOCTYPE opml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><opml><body><outline xmlUrl=\"&x;\"/></body></opml>",
            "{\"state\": \"gone\"}",
            "{\"state\": {}}");

    private record Answer(int status, String mediaType, boolean injected, String body) {

        @Override
        public String toString() {
            return status + " " + mediaType + " " + shortened(body);
        }
    }

    @Inject
    DataSource database;

    @TestHTTPResource
    URI origin;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> faults = new ArrayList<>();
    private int asked;

    @Test
    void noOperationFailsWhateverItIsSent() throws IOException, InterruptedException, SQLException {
        StoredNews news = new StoredNews(database);
        String article = news.store("/a", null, "John Kerry", "We are open to discussions", "Iran")
                .toString();
        news.store("/b", null, "Jane Roe", "Nothing has changed", "Iran");
        JsonNode document = new ObjectMapper()
                .readTree(send("GET", "/q/openapi?format=json", null).body());

        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    attack(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue(), article);
                }
            }
        }

        assertThat(asked).isGreaterThan(2000);
        assertThat(faults).isEmpty();
        // What was attacked was also asked to be taken down; nothing else may have gone with it.
        assertThat(news.count("quote")).isEqualTo(1);
    }

    private void attack(String method, String path, JsonNode operation, String id) throws InterruptedException {
        String bare = path.replaceAll("\\{[^}]*}", id);
        String body = operation.has("requestBody") ? "{}" : null;
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.get("name").asText();
            for (String value : VALUES) {
                if (parameter.get("in").asText().equals("path")) {
                    ask(method, path.replace("{" + name + "}", encoded(value)), body);
                } else if (parameter.get("in").asText().equals("query")) {
                    ask(method, bare + "?" + encoded(name) + "=" + encoded(value), body);
                    ask(method, bare + "?" + encoded(name + value) + "=1", body);
                } else {
                    ask(method, bare, body);
                }
            }
            ask(method, bare + "?" + encoded(name) + "=%ff%fe%C0%80", body);
            ask(method, bare + "?" + encoded(name) + "&" + encoded(name), body);
        }
        if (body != null) {
            for (String hostile : BODIES) {
                ask(method, bare, hostile);
            }
        }
    }

    private void ask(String method, String pathAndQuery, String body) throws InterruptedException {
        Answer answer = send(method, pathAndQuery, body);
        asked++;
        int status = answer.status();
        boolean expected = status < 500 || status == 503 && AWAY.stream().anyMatch(answer.body()::contains);
        boolean explained = status < 400 || answer.mediaType().equals("application/problem+json");
        if (!expected || !explained || answer.injected()) {
            faults.add(
                    method + " " + shortened(pathAndQuery) + " " + shortened(String.valueOf(body)) + " -> " + answer);
        }
    }

    private Answer send(String method, String pathAndQuery, String content) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(origin.getScheme() + "://" + origin.getAuthority() + pathAndQuery))
                .timeout(Eventually.WITHIN)
                .header("Content-Type", "application/json")
                .method(method, content == null ? BodyPublishers.noBody() : BodyPublishers.ofString(content))
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            String mediaType = response.headers().firstValue("Content-Type").orElse("");
            try (InputStream body = response.body()) {
                return new Answer(
                        response.statusCode(),
                        mediaType,
                        response.headers().firstValue("X-Injected").isPresent(),
                        mediaType.startsWith("text/event-stream")
                                ? "a stream, which does not end"
                                : new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + shortened(pathAndQuery), e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String shortened(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }
}
