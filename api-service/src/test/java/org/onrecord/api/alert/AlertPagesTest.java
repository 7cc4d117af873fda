package org.onrecord.api.alert;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

import org.onrecord.api.StoredNews;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Saved searches and alerts as a browser without script has them. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
@TestProfile(AlertTest.SentToThisMachine.class)
class AlertPagesTest {

    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

    @Inject
    DataSource database;

    @BeforeEach
    void store() throws SQLException {
        new StoredNews(database).store("/a", null, "John Kerry", "We are open to discussions", "Iran");
    }

    @Test
    void aSearchIsSavedWithAnAlertFromThePageOfItsResults() throws Exception {
        try (Receiver receiver = Receiver.answering(200, "<b>thanks</b>")) {
            Document results = page("/?speaker=John+Kerry&q=open");
            assertThat(results.select(".take a").eachText()).contains("Feed", "Save or alert");
            assertThat(given().urlEncodingEnabled(false)
                            .get(results.select(".take a:contains(Feed)").attr("href"))
                            .statusCode())
                    .isEqualTo(200);

            Document form = page(results.select(".take a:contains(Save)").attr("href"));
            assertThat(form.select("section").text()).contains("words open · said by John Kerry");
            Document made = Jsoup.parse(submit(
                            "/searches",
                            Map.of(
                                    "name", "Kerry <b>open</b>",
                                    "query", form.select("input[name=query]").val(),
                                    "url", receiver.url()))
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());

            assertThat(made.select("section code").text()).startsWith("whsec_");
            assertThat(made.select(".sources h2").text()).isEqualTo("Kerry <b>open</b>");
            assertThat(made.select(".sources h2 a").attr("href")).isEqualTo("/?q=open&speaker=John+Kerry");
            Document again = page("/searches");
            assertThat(again.text()).doesNotContain("whsec_");
            String deliveries = again.select(".doing a").attr("href");
            assertThat(submit(again.select("form[action$=/test]").attr("action"), Map.of())
                            .statusCode())
                    .isEqualTo(303);
            assertThat(receiver.received()).hasSize(1);
            assertThat(page(deliveries).select("tbody tr").text()).contains("a test", "delivered", "200 <b>thanks</b>");

            submit(again.select("form[action$=/pause]").attr("action"), Map.of());
            assertThat(page("/searches").select(".state").text()).isEqualTo("paused");
            assertThat(Jsoup.parse(submit(again.select("form[action$=/secret]").attr("action"), Map.of())
                                    .asString())
                            .select("section code")
                            .text())
                    .startsWith("whsec_")
                    .isNotEqualTo(made.select("section code").text());
            submit(
                    again.select("form[action^=/searches/][action$=/remove]")
                            .last()
                            .attr("action"),
                    Map.of());
            assertThat(page("/searches").text()).contains("No search is saved yet");
        }
    }

    @Test
    void whatIsWrongIsToldInAPageAndFormsOfOtherSitesChangeNothing() {
        assertThat(submit("/searches", Map.of("name", " ")).then().extract().statusCode())
                .isEqualTo(400);
        Response foreign = given().redirects()
                .follow(false)
                .contentType(FORM)
                .formParam("name", "theirs")
                .post("/searches");
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(foreign.contentType()).startsWith("text/html");
        assertThat(given().get("/searches?query=speeker%3DKerry").statusCode()).isEqualTo(400);
        assertThat(given().get("/v1/searches").jsonPath().getList("items")).isEmpty();
    }

    private static Response submit(String path, Map<String, String> fields) {
        String token = given().get("/searches").cookie("onrecord-form");
        Map<String, String> sent = new HashMap<>(fields);
        sent.put("token", token);
        return given().redirects()
                .follow(false)
                .contentType(FORM)
                .cookie("onrecord-form", token)
                .formParams(sent)
                .post(path);
    }

    private static Document page(String path) {
        Response answer = given().urlEncodingEnabled(false).get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.asString());
    }
}
