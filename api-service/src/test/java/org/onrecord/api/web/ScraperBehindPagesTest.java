package org.onrecord.api.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

/** What pages show of a scraper's answers, also of those that one of another release gives. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(value = ScraperBehindPagesTest.Scraper.class, restrictToAnnotatedClass = true)
class ScraperBehindPagesTest {

    private static final String SOURCES = """
            {"items": [{"id": "00000000-0000-0000-0000-000000000001", "url": "https://courier.example/", %s
            "state": "active", "include": [], "exclude": [], "addedAt": "2026-01-01T00:00:00Z", "articlesFound": 3,
            "channels": []}]}""";

    private static final String NO_ADDRESS = """
            {"type": "https://onrecord.org/problems/invalid-submission", "title": "Not a submission", "status": 400,
            "detail": "Send an absolute http or https URL to be fetched.", "instance": "/v1/extract/address"}""";

    @Inject
    DataSource database;

    /** As the release before has them. */
    @Test
    void sourcesWithoutSitesAreShown() {
        Scraper.answers(200, SOURCES.formatted(""));

        assertThat(source().text()).contains("courier.example", "3 pages found").doesNotContain("stored");
    }

    @Test
    void sourcesAreShownThoughWhatIsStoredCannotBeCounted() throws SQLException {
        Scraper.answers(200, SOURCES.formatted("\"site\": \"courier.example\","));
        assertThat(source().text()).contains("0 articles stored");
        execute("ALTER TABLE article RENAME TO article_elsewhere");
        try {
            assertThat(source().text())
                    .contains("courier.example", "3 pages found")
                    .doesNotContain("stored");
        } finally {
            execute("ALTER TABLE article_elsewhere RENAME TO article");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not-an-article      | wall             | The page holds no article. (a consent wall or a check for robots)",
                "not-an-article      | error-page       | The page holds no article. (the server's error page)",
                "unsupported-content | content-type     | This is not a web page that can be read. (neither HTML nor plain text)",
                "refused-address     | private-network  | it is on a local network, or not a normal web address. (private network)",
                "connection-failed   | no-way.example: connection re-set | could not be reached. (no-way.example: connection re-set)"
            })
    void whyThereIsNoArticleIsToldInWords(String outcome, String detail, String told) {
        Scraper.answers(200, "{\"outcome\": \"%s\", \"detail\": \"%s\"}".formatted(outcome, detail));

        assertThat(tried("https://courier.example/story").select("#why").text()).endsWith(told);
    }

    @ParameterizedTest
    @CsvSource({"ferry", "//courier.example/story", "javascript:alert(1)", "''", "' '"})
    void whatIsNoAddressStaysInItsField(String typed) {
        Scraper.answers(400, NO_ADDRESS);

        Document page = tried(typed);

        assertThat(page.select("#why").text()).isEqualTo("Give the whole address, such as https://news.example/story.");
        assertThat(page.select("#url").val()).isEqualTo(typed.strip());
    }

    @Test
    void aProblemOfTheScraperIsStillOne() {
        Scraper.answers(
                503,
                NO_ADDRESS
                        .replace("invalid-submission", "busy")
                        .replace("400", "503")
                        .replace("Not a submission", "Too much to do"));

        assertThat(sent("https://courier.example/story").statusCode()).isEqualTo(503);
    }

    @Test
    void whoLoadsTheAnswerAgainByItsAddressIsLedToTheForm() {
        given().redirects()
                .follow(false)
                .get("/try/address")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/try"));
    }

    private static Document source() {
        Response page = given().get("/sources");
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        return Jsoup.parse(Jsoup.parse(page.asString()).select(".sources li").outerHtml());
    }

    private static Document tried(String typed) {
        Response page = sent(typed);
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        return Jsoup.parse(page.asString());
    }

    private static Response sent(String typed) {
        String token = given().get("/try").cookie("onrecord-form");
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .cookie("onrecord-form", token)
                .formParam("token", token)
                .formParam("url", typed)
                .post("/try/address");
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute(statement);
        }
    }

    /** Answers everything as it is told. */
    public static final class Scraper implements QuarkusTestResourceLifecycleManager {

        private record Answer(int status, byte[] body) {}

        private static volatile Answer answer = new Answer(200, new byte[0]);

        private HttpServer server;

        static void answers(int status, String body) {
            answer = new Answer(status, body.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Map<String, String> start() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.createContext("/", exchange -> {
                Answer said = answer;
                exchange.getRequestBody().readAllBytes();
                exchange.getResponseHeaders()
                        .set("Content-Type", said.status() < 400 ? "application/json" : "application/problem+json");
                exchange.sendResponseHeaders(said.status(), said.body().length);
                exchange.getResponseBody().write(said.body());
                exchange.close();
            });
            server.start();
            return Map.of(
                    "onrecord.services.scraper",
                    "http://127.0.0.1:" + server.getAddress().getPort());
        }

        @Override
        public void stop() {
            server.stop(0);
        }
    }
}
