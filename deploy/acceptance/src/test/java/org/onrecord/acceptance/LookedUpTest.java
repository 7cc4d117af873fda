package org.onrecord.acceptance;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import io.restassured.builder.RequestSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

import org.onrecord.local.Executables;
import org.onrecord.local.Line;
import org.onrecord.local.ServiceProcess;
import org.onrecord.local.server.LoopbackPort;
import org.onrecord.reflection.LookUp;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/**
 * Whatever the services looked up by name while all the other tests used them on the JVM is known to a native build. What is
 * missing there is found by nobody until an executable runs and a page, a feed or a token of the right kind comes along.
 * The last test of all, so that it sees the most; the rest of what there is to see it does itself.
 */
@Order(Integer.MAX_VALUE)
@ExtendWith(RunningLine.class)
class LookedUpTest {
    /** The numbers of stories that no other test reads; those of the feeds follow. */
    private static final int STREAMED = 649;

    private static final int STORY = 650;

    private static final List<String> FEEDS = List.of(
            "rss-0.90.xml",
            "rss-0.91.xml",
            "rss-0.92.xml",
            "rss-0.93.xml",
            "rss-0.94.xml",
            "rss-1.0.xml",
            "rss-2.0.xml",
            "atom-0.3.xml",
            "atom-1.0.xml",
            "feed.json",
            "sitemap.xml");

    private static final List<String> SERVICES = List.of("scraper-service", "nlp-service", "api-service");

    private static final Duration IN_TIME = Duration.ofMinutes(5);

    @BeforeAll
    static void everythingIsUsed(Line line, Press press) throws Exception {
        assumeThat(Executables.chosen()).as("executables cannot be listened to").isEqualTo(Executables.JVM);
        List<String> sources = follow(line, press);
        ask(line, press);
        ServiceCommandTest.run(line, "api-service", "key", "list");
        ServiceCommandTest.run(line, "api-service", "replay", "api-analyses-dead-letter");
        ServiceCommandTest.run(
                line,
                "scraper-service",
                "re-extract",
                ServiceCommandTest.archive(line).toString());
        ServiceCommandTest.run(
                line,
                "scraper-service",
                "republish",
                "2026-01-01",
                ServiceCommandTest.archive(line).toString());
        showToken(line);
        for (String source : sources) {
            await(source)
                    .atMost(IN_TIME)
                    .until(() -> !RunningLine.get(line, source)
                            .getList("channels.kind")
                            .isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"scraper-service", "nlp-service", "api-service"})
    void isKnownToTheNativeBuild(String service) throws IOException {
        assumeThat(NativeConfiguration.isMade(service))
                .as("a build with -Dnative-sources.skip makes no native sources")
                .isTrue();
        KnownOtherwise otherwise = KnownOtherwise.read();

        assertThat(unregistered(service)
                        .filter(lookUp -> otherwise.reason(lookUp).isEmpty()))
                .as("register it (@RegisterForReflection, quarkus.native.resources.includes)")
                .isEmpty();
    }

    /** So that the table holds what is so, and not what once was. */
    @Test
    void noReasonIsGivenForWhatNobodyLooksUp() throws IOException {
        assumeThat(NativeConfiguration.isMade("api-service")).isTrue();
        KnownOtherwise otherwise = KnownOtherwise.read();
        Set<String> used = new HashSet<>();
        for (String service : SERVICES) {
            unregistered(service).forEach(lookUp -> otherwise.reason(lookUp).ifPresent(used::add));
        }

        assertThat(otherwise.reasons()).containsExactlyInAnyOrderElementsOf(used);
    }

    /** That it would be seen: this look-up is what a fault of executables was made of. */
    @Test
    void theLookUpThatOnceFailedWasMade() throws IOException {
        assertThat(RunningLine.LOOK_UPS.of("api-service"))
                .anyMatch(lookUp -> lookUp.kind().equals("components")
                        && lookUp.name().equals("org.onrecord.api.ingest.QuoteContext"));
    }

    private static Stream<LookUp> unregistered(String service) throws IOException {
        NativeConfiguration configuration = NativeConfiguration.of(service);
        return RunningLine.LOOK_UPS.of(service).stream()
                .filter(configuration::happensInExecutable)
                .filter(lookUp -> !configuration.has(lookUp));
    }

    private static List<String> follow(Line line, Press press) {
        return FEEDS.stream()
                .map(feed -> given().baseUri(line.api().origin().toString())
                        .contentType(ContentType.JSON)
                        .body(Map.of(
                                "url",
                                "http://" + press.authority() + "/feeds/" + (STORY + 1 + FEEDS.indexOf(feed)) + "/"
                                        + feed))
                        .post("/v1/sources")
                        .then()
                        .statusCode(201)
                        .extract()
                        .header("Location"))
                .toList();
    }

    /** To what may not be fetched, which adds nothing. */
    private static void subscribe(Line line) {
        given().baseUri(line.api().origin().toString())
                .contentType("text/x-opml")
                .body("<opml version=\"2.0\"><body><outline text=\"a\" xmlUrl=\"http://10.0.0.1/feed\"/></body></opml>"
                        .getBytes(StandardCharsets.UTF_8))
                .post("/v1/sources/opml")
                .then()
                .statusCode(200);
    }

    /** An article and a broken line. */
    private static String bringAlong(Line line) {
        String text =
                "{\"text\": \"The ferry will keep running all winter, the harbour master said on Monday.\", \"publishedAt\":"
                        + " \"2019-03-14\", \"authors\": [\"June Marsh\"]}\n{\"no\": 1}\n";
        return given().baseUri(line.api().origin().toString())
                .contentType("application/jsonl")
                .body(text.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    /** Every question that the API answers, once, and one that it does not. */
    private static void ask(Line line, Press press) throws IOException, InterruptedException {
        String article = RunningLine.read(line, press.story(STORY)).getString("id");
        String ofSpeaker = "speaker=" + Press.speaker(STORY);
        await().atMost(IN_TIME)
                .until(() -> !RunningLine.get(line, "/v1/quotes?" + ofSpeaker)
                        .getList("items")
                        .isEmpty());
        JsonPath quote = RunningLine.get(line, "/v1/quotes?" + ofSpeaker);
        String speaker = quote.getString("items[0].speaker.entityId");
        String search = made(line, "/v1/searches", Map.of("name", "harbours", "query", "q=harbour"));
        String alert = made(line, "/v1/alerts", Map.of("search", search, "url", press.story(STORY)));
        given().post(line.api().origin() + "/v1/alerts/" + alert + "/test");
        setRight(line, quote.getString("items[0].id"), speaker);
        subscribe(line);
        Map<String, List<String>> questions = Map.ofEntries(
                Map.entry("/v1/alerts", List.of("")),
                Map.entry("/v1/alerts/{id}", List.of(alert)),
                Map.entry("/v1/alerts/{id}/deliveries", List.of(alert)),
                Map.entry("/v1/articles", List.of("?q=harbour")),
                Map.entry("/v1/articles/{id}", List.of(article)),
                Map.entry("/v1/articles/{id}/copies", List.of(article)),
                Map.entry("/v1/articles/{id}/diff", List.of(article)),
                Map.entry("/v1/entities", List.of("?name=" + Press.speaker(STORY))),
                Map.entry("/v1/entities/{id}", List.of(speaker)),
                Map.entry("/v1/entities/{id}/mentions", List.of(speaker)),
                Map.entry("/v1/entities/{id}/quotes", List.of(speaker)),
                Map.entry("/v1/entities/{id}/related", List.of(speaker)),
                Map.entry("/v1/entities/{id}/timeline", List.of(speaker)),
                Map.entry("/v1/exports/quotes", List.of("?format=jsonl&" + ofSpeaker, "?format=csv&" + ofSpeaker)),
                Map.entry("/v1/exports/articles", List.of("?format=jsonl&q=harbour", "?format=csv-excel&q=harbour")),
                Map.entry(
                        "/v1/quotes", List.of("?q=harbour&sort=relevance", "?speaker=Nobody%20Harbor", "?limit=many")),
                Map.entry("/v1/quotes.atom", List.of("?q=harbour")),
                Map.entry("/v1/quotes.json", List.of("?q=harbour")),
                Map.entry("/v1/imports/{id}", List.of(bringAlong(line))),
                Map.entry("/v1/quotes/{id}", List.of(quote.getString("items[0].id"))),
                Map.entry("/v1/searches", List.of("")),
                Map.entry("/v1/searches/{id}", List.of(search)),
                Map.entry("/v1/searches/{id}/feed.atom", List.of(search)),
                Map.entry("/v1/searches/{id}/feed.json", List.of(search)),
                Map.entry("/v1/exports/reviews", List.of("")),
                Map.entry("/v1/quotes/{id}/review", List.of(quote.getString("items[0].id"))),
                Map.entry("/v1/reviews", List.of("?author=local")),
                Map.entry("/v1/sources", List.of("")),
                Map.entry("/v1/sources/{id}", List.of(article)),
                Map.entry("/v1/sources.opml", List.of("")),
                Map.entry("/v1/takedowns", List.of("")),
                Map.entry("/v1/timeline", List.of("?q=harbour")),
                Map.entry("/v1/top", List.of("")),
                Map.entry("/v1/trace", List.of("?url=" + press.story(STORY))),
                Map.entry("/v1/utterances/{id}", List.of(quote.getString("items[0].utteranceId"))));
        assertThat(questions.keySet())
                .as("a new question is to be asked here too")
                .containsExactlyInAnyOrderElementsOf(questionsOfApi());
        questions.forEach((path, ways) -> ways.forEach(way -> {
            String url = line.api().origin() + (path.contains("{id}") ? path.replace("{id}", way) : path + way);
            assertThat(given().urlEncodingEnabled(false).get(url).statusCode())
                    .as(url)
                    .isLessThan(500);
        }));
        for (String message : List.of(
                "\"tools/list\"",
                "\"tools/call\", \"params\": {\"name\": \"search_quotes\", \"arguments\": {\"words\": \"harbour\"}}",
                "\"tools/call\", \"params\": {\"name\": \"search_quotes\", \"arguments\": {\"kind\": \"loud\"}}")) {
            given().contentType(ContentType.JSON)
                    .accept("application/json, text/event-stream")
                    .body("{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": " + message + "}")
                    .post(line.api().origin() + "/mcp")
                    .then()
                    .statusCode(200);
        }
        for (String page : List.of(
                "/?q=harbour",
                "/?ask=harbour",
                "/articles/" + article,
                "/entities/" + speaker,
                "/utterances/" + quote.getString("items[0].utteranceId"),
                "/searches?query=q%3Dharbour",
                "/searches/alerts/" + alert,
                "/sources?story=" + press.story(STORY),
                "/compare?name=Kerry",
                "/compare/drawing.svg?name=Kerry",
                "/compare/numbers.csv?name=Kerry",
                "/try",
                "/sign-in",
                "/sign-in/provider",
                "/sign-in/callback?code=x&state=y",
                "/articles/none")) {
            assertThat(given().urlEncodingEnabled(false)
                            .get(line.api().origin() + page)
                            .statusCode())
                    .as(page)
                    .isLessThan(500);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest stream = HttpRequest.newBuilder(line.api().origin().resolve("/v1/stream"))
                    .build();
            try (Stream<String> lines =
                    client.send(stream, HttpResponse.BodyHandlers.ofLines()).body()) {
                RunningLine.submit(line, Map.of("url", press.story(STREAMED)));
                assertThat(lines.anyMatch(text -> text.startsWith("data:"))).isTrue();
            }
            client.shutdownNow();
        }
    }

    private static String made(Line line, String path, Map<String, String> body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post(line.api().origin() + path)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    private static void setRight(Line line, String quote, String speaker) {
        String api = line.api().origin().toString();
        given().contentType(ContentType.JSON)
                .body(Map.of(
                        "decision",
                        "corrected",
                        "speakers",
                        List.of(Map.of("name", "Dana Okafor")),
                        "note",
                        "so it was"))
                .put(api + "/v1/quotes/" + quote + "/review")
                .then()
                .statusCode(200);
        given().contentType(ContentType.JSON)
                .body(Map.of("name", "Another Name"))
                .post(api + "/v1/people/" + speaker + "/rename")
                .then()
                .statusCode(200);
        given().contentType(ContentType.JSON)
                .body(Map.of("into", speaker))
                .post(api + "/v1/people/" + speaker + "/merge")
                .then()
                .statusCode(400);
        given().contentType(ContentType.JSON)
                .body(Map.of("names", List.of("Nobody")))
                .post(api + "/v1/people/" + speaker + "/separate")
                .then()
                .statusCode(400);
    }

    private static Set<String> questionsOfApi() throws IOException {
        JsonNode api = new YAMLMapper()
                .readTree(
                        RunningLine.PROJECT.resolve("api-service/openapi.yaml").toFile());
        return api.get("paths").properties().stream()
                .filter(path -> path.getValue().has("get"))
                .map(Map.Entry::getKey)
                .filter(path -> !path.equals("/v1/stream"))
                .collect(Collectors.toSet());
    }

    /** A second instance of the API, with keys of its own, a provider whose tokens it takes, and a mail server. */
    private static void showToken(Line line) throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(LoopbackPort.free(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try (TokenProvider provider = TokenProvider.start()) {
            Map<String, String> environment = new HashMap<>(ServiceCommandTest.environment(line));
            environment.put("ONRECORD_ACCESS_MODE", "keys");
            environment.put("ONRECORD_SERVICE_TOKEN", "0123456789abcdef0123456789abcdef");
            environment.put("ONRECORD_SCRAPER_URL", line.scraper().origin().toString());
            environment.put("ONRECORD_NLP_URL", line.nlp().origin().toString());
            environment.put("ONRECORD_ACCESS_OIDC_ISSUER", provider.issuer());
            environment.putAll(KilledAlertsTest.mailing(mail));
            try (ServiceProcess api = new ServiceProcess(
                    "api-service-of-tokens",
                    Executables.chosen().of(RunningLine.PROJECT, "api-service"),
                    LoopbackPort.free(),
                    256,
                    environment,
                    line.api().log().getParent())) {
                api.start();
                api.awaitReady();
                given().baseUri(api.origin().toString())
                        .header("Authorization", "Bearer " + provider.token("onrecord:read"))
                        .get("/v1/quotes")
                        .then()
                        .statusCode(200);
                sendMail(api, provider.token("onrecord:write"));
            }
        } finally {
            mail.stop();
        }
    }

    private static void sendMail(ServiceProcess api, String token) {
        RequestSpecification writer = new RequestSpecBuilder()
                .setBaseUri(api.origin())
                .addHeader("Authorization", "Bearer " + token)
                .setContentType(ContentType.JSON)
                .build();
        String search = given().spec(writer)
                .body(Map.of("name", "mail"))
                .post("/v1/searches")
                .jsonPath()
                .getString("id");
        String alert = given().spec(writer)
                .body(Map.of("search", search, "email", "desk@paper.example"))
                .post("/v1/alerts")
                .jsonPath()
                .getString("id");
        given().spec(writer)
                .post("/v1/alerts/" + alert + "/test")
                .then()
                .statusCode(200)
                .body("state", equalTo("delivered"));
    }
}
