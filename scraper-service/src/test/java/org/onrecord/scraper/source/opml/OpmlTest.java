package org.onrecord.scraper.source.opml;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;
import org.onrecord.scraper.NewsSite;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.onrecord.scraper.Eventually.eventually;

/** Lists of subscriptions as feed readers export them, and back. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(NewsSite.class)
class OpmlTest {

    @Test
    void eachOutlineIsAddedWhereverItStandsOrRefusedWithItsReason() {
        String site = NewsSite.origin();
        String list = """
                <?xml version="1.0" encoding="UTF-8"?>
                <opml version="2.0"><head><title>mine</title></head><body>
                <outline text="Harbours &amp; quays" title="Harbours &amp; quays">
                  <outline text="Folder within"><outline type="rss" text="Herald" xmlUrl="%1$s/opml/feed.xml?a=1&amp;b=2"
                     htmlUrl="%1$s/opml/"/></outline>
                  <outline text="A site" htmlUrl="%1$s/opml/site/"/>
                  <outline text="A note"/>
                </outline>
                <outline text="Again" xmlUrl="%1$s/opml/feed.xml?a=1&amp;b=2"/>
                <outline text="A file" xmlUrl="file:///etc/passwd"/>
                <outline text="At home" xmlUrl="http://10.0.0.1/feed.xml"/>
                <outline text="Empty folder"></outline>
                </body></opml>
                """.formatted(site);

        JsonPath outcome = send(list).statusCode(200).extract().jsonPath();

        assertThat(outcome.<String>getList("items.title"))
                .containsExactly("Herald", "A site", "A note", "Again", "A file", "At home", "Empty folder");
        assertThat(outcome.<String>getList("items.outcome"))
                .containsExactly("added", "added", "refused", "known", "refused", "refused", "refused");
        assertThat(outcome.getString("items[0].url")).isEqualTo(site + "/opml/feed.xml?a=1&b=2");
        assertThat(outcome.getString("items[3].id")).isEqualTo(outcome.getString("items[0].id"));
        assertThat(outcome.getString("items[2].reason")).contains("xmlUrl");
        assertThat(outcome.getString("items[5].reason")).contains("private");
        assertThat(List.of(outcome.getInt("added"), outcome.getInt("known"), outcome.getInt("refused")))
                .containsExactly(2, 1, 4);
        delete(outcome.getString("items[0].id"));
        delete(outcome.getString("items[1].id"));
    }

    @Test
    void whatIsWrittenOutGivesTheSameSourcesWhenItIsReadIn() {
        String site = NewsSite.origin();
        NewsSite.publish("/out/news.xml", "text/xml", "<rss version=\"2.0\"><channel><title>t</title></channel></rss>");
        NewsSite.publish(
                "/out/",
                "text/html",
                "<html><head><link rel=alternate type=application/rss+xml href=news.xml></head></html>");
        JsonPath added = send("<opml version=\"1.0\"><body><outline text=\"Home\" htmlUrl=\"" + site
                        + "/out/\"/><outline text=\"none\" xmlUrl=\"" + site + "/out/a&amp;b&lt;c\"/></body></opml>")
                .statusCode(200)
                .extract()
                .jsonPath();
        String home = added.getString("items[0].id");
        eventually()
                .until(() -> given().get("/v1/sources/" + home)
                        .jsonPath()
                        .getList("channels.kind")
                        .contains("rss"));

        String written = given().get("/v1/sources.opml")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/x-opml"))
                .extract()
                .asString();

        assertThat(written)
                .contains("xmlUrl=\"" + site + "/out/news.xml\" htmlUrl=\"" + site + "/out/\"")
                .contains("onrecord:source=\"" + site + "/out/\"");
        JsonPath again = send(written).statusCode(200).extract().jsonPath();
        assertThat(again.<String>getList("items.outcome")).containsOnly("known");
        assertThat(again.<String>getList("items.id")).contains(home, added.getString("items[1].id"));
        delete(home);
        delete(added.getString("items[1].id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "no xml",
                "{}",
                "<html><body></body></html>",
                "<rss version=\"2.0\"/>",
                "<opml><body><outline xmlUrl=\"https://paper.example/feed.xml\">",
                "<!DOCTYPE opml [<!ENTITY xxe SYSTEM \"file:///etc/passwd\">]><rss>&xxe;</rss>",
                "<opml><body><outline text=\"a\" <<</body></opml>"
            })
    void whatIsNoListIsRefusedAndNothingOfItAdded(String document) {
        send(document).statusCode(400).body("detail", containsString("OPML"));

        assertThat(given().get("/v1/sources.opml").asString()).doesNotContain("paper.example");
    }

    /** Which any page may have a browser send, and what is no OPML anyway. */
    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/octet-stream", "text/html", "application/json"})
    void anotherTypeIsRefused(String type) {
        given().contentType(type)
                .body("<opml/>".getBytes(StandardCharsets.UTF_8))
                .post("/v1/sources/opml")
                .then()
                .statusCode(415)
                .body("detail", containsString("text/x-opml"));
    }

    @Test
    void noEntityIsResolved() {
        String bomb = "<!DOCTYPE opml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY x SYSTEM \"" + NewsSite.origin() + "/opml/secret\">]>"
                + "<opml><body><outline text=\"&b;&x;\" xmlUrl=\"&x;\"/></body></opml>";

        String answer = send(bomb).extract().asString();

        assertThat(answer).doesNotContain("aaaaaaaaaa");
        assertThat(NewsSite.visits("/opml/secret")).isZero();
    }

    @Test
    void aListBeyondTheBoundsIsRefusedWhole() {
        String many = "<opml><body>" + "<outline xmlUrl=\"https://paper.example/1\"/>".repeat(2001) + "</body></opml>";
        String deep = "<opml><body>" + "<outline text=\"a\">".repeat(3000) + "</body></opml>";
        String large = "<opml><body>" + " ".repeat(1 << 20) + "</body></opml>";

        send(many).statusCode(400).body("detail", containsString("2000"));
        send(deep).statusCode(400).body("detail", containsString("OPML"));
        send(large).statusCode(400).body("detail", containsString("1 MiB"));
        assertThat(given().get("/v1/sources.opml").asString()).doesNotContain("paper.example");
    }

    private static ValidatableResponse send(String document) {
        return given().contentType("text/x-opml")
                .body(document.getBytes(StandardCharsets.UTF_8))
                .post("/v1/sources/opml")
                .then();
    }

    private static void delete(String id) {
        given().delete("/v1/sources/" + id).then().statusCode(204);
    }
}
