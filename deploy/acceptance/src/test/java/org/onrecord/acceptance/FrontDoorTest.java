package org.onrecord.acceptance;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

import org.onrecord.local.Line;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.onrecord.acceptance.Eventually.eventually;

/** What belongs to the scraper and the NLP service is reached through the API. */
@ExtendWith(RunningLine.class)
class FrontDoorTest {

    /** The number of a story that no other test reads. */
    private static final int TAKEN_DOWN = 620;

    @Test
    void aFeedThatIsAddedHasItsStoryReadAndQuoted(Line line, Press press) {
        String feed = "http://" + press.authority() + "/feed.xml";

        ValidatableResponse added = send(line, "POST", "/v1/sources", Map.of("url", feed));
        String source = added.statusCode(201)
                .body("state", equalTo("discovering"))
                .extract()
                .header("Location");

        eventually().until(() -> !quotes(line, Press.speaker(Press.OF_FEED)).isEmpty());
        eventually()
                .until(() -> RunningLine.get(line, source).getString("state").equals("active"));
        JsonPath read = RunningLine.get(line, source);
        assertThat(read.getInt("articlesFound")).isEqualTo(1);
        assertThat(read.getList("channels.kind")).isEqualTo(List.of("rss"));
        assertThat(RunningLine.get(line, "/v1/sources?state=active").getList("items.url"))
                .contains(feed);

        send(line, "PATCH", source, Map.of("paused", true)).statusCode(200).body("state", equalTo("paused"));
        send(line, "DELETE", source, Map.of()).statusCode(204);
        given().baseUri(line.api().origin().toString())
                .get(source)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    private static List<String> quotes(Line line, String speaker) {
        return RunningLine.get(line, "/v1/quotes?speaker=" + speaker).getList("items.text");
    }

    @Test
    void aSourceThatMayNotBeFetchedIsAProblemOfTheScrapersOwn(Line line) {
        send(line, "POST", "/v1/sources", Map.of("url", "file:///etc/passwd"))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("https://onrecord.org/problems/invalid-source"))
                .body("detail", containsString("scheme file is not http or https"));
    }

    @Test
    void theServicesBehindItLetNobodyElseIn(Line line) {
        for (String url :
                List.of(line.scraper().origin() + "/v1/extract", line.nlp().origin() + "/v1/analyze")) {
            for (String token : List.of("", "Bearer ", "Bearer " + "0".repeat(36), "Basic QTpC")) {
                given().header("Authorization", token)
                        .contentType("application/json")
                        .body(Map.of("text", "“We are open to discussions,” John Kerry said.", "language", "en"))
                        .post(url)
                        .then()
                        .statusCode(401)
                        .contentType("application/problem+json")
                        .header("WWW-Authenticate", containsString("Bearer"));
            }
        }
    }

    @Test
    void anArticleThatIsTakenDownStaysAway(Line line, Press press) {
        JsonPath article = RunningLine.read(line, press.story(TAKEN_DOWN));
        String path = "/v1/articles/" + article.getString("id");
        assertThat(quotes(line, Press.speaker(TAKEN_DOWN))).isNotEmpty();

        send(line, "DELETE", path, Map.of()).statusCode(204);

        given().baseUri(line.api().origin().toString()).get(path).then().statusCode(410);
        assertThat(quotes(line, Press.speaker(TAKEN_DOWN))).isEmpty();
        JsonPath again = RunningLine.awaitEnd(line, RunningLine.submit(line, Map.of("url", press.story(TAKEN_DOWN))));
        assertThat(again.getString("status")).isEqualTo("taken-down");
        assertThat(again.getList("outcomes.stage")).isEqualTo(List.of("fetch"));
    }

    @Test
    void aPageIsTakenApartWithoutBeingStored(Line line) {
        String html =
                "<html><body><article><h1>The ferry returns</h1>" + "<p>The ferry to the island will run again from"
                        + " Monday, the harbour board said after a winter of repairs.</p>".repeat(5)
                        + "</article></body></html>";

        send(line, "POST", "/v1/extract", Map.of("html", html))
                .statusCode(200)
                .body("article.title", equalTo("The ferry returns"));
    }

    @Test
    void aTextIsReadWithoutBeingStored(Line line) {
        String text = "“We are not planning to engage with Iran,” Pentagon spokesman John Kirby said.";

        send(line, "POST", "/v1/analyze", Map.of("text", text, "language", "en"))
                .statusCode(200)
                .body("entities.name", hasItem("John Kirby"))
                .body("quotes.size()", equalTo(1));
    }

    private static ValidatableResponse send(Line line, String method, String path, Map<String, ?> body) {
        return given().baseUri(line.api().origin().toString())
                .contentType("application/json")
                .body(body)
                .request(method, path)
                .then();
    }
}
