package org.onrecord.api.web;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import org.onrecord.api.StoredNews;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.onrecord.api.Eventually.eventually;
import static org.onrecord.api.StoredNews.entityId;
import static org.onrecord.api.StoredNews.id;

/** The pages as a browser without script has them. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class PagesTest {

    @Inject
    DataSource database;

    private StoredNews news;
    private UUID talks;

    @BeforeEach
    void store() throws SQLException {
        news = new StoredNews(database);
        talks = news.store("/a", "2014-06-16T12:00:00Z", "John Kerry", "We are open to discussions", "Iran");
        news.store("/b", "2014-08-01T12:00:00Z", "John Kirby", "We are not planning strikes", "Iraq");
    }

    @Test
    void theFrontPageHasTheNewestStatementFirstAndWhatNarrowsIt() {
        Document page = page("/");

        assertThat(page.select(".statement blockquote").eachText())
                .containsExactly("“We are not planning strikes,”", "“We are open to discussions,”");
        Element first = page.selectFirst(".statement");
        assertThat(first.selectFirst(".by").text()).isEqualTo("John Kirby, Senator");
        assertThat(first.selectFirst(".where").text()).contains("example.org", "On Iraq");
        assertThat(first.selectFirst("time").attr("datetime")).isEqualTo("2014-08-01T12:00:00Z");
        assertThat(first.selectFirst(".sure").text()).isEqualTo("90% sure");
        assertThat(page.select(".facet h2").eachText()).containsExactly("Said by", "About", "Printed by");
        assertThat(page.selectFirst(".facet a[href*=speaker]").attr("href"))
                .isEqualTo("/?speaker=" + entityId("person", "John Kerry"));
        assertThat(page.select(".chart tbody tr").eachText()).containsExactly("Jun 2014 1", "Aug 2014 1");
    }

    @Test
    void peopleAreComparedByALinkThatOneCanShare() {
        String question = "?name=Kerry&name=Kirby&name=Nobody";

        Document page = page("/compare" + question);

        assertThat(page.select(".key a").eachText()).containsExactly("Kerry", "Kirby", "Nobody");
        assertThat(page.select("polyline.line")).hasSize(3);
        assertThat(page.select(".chart tbody tr").eachText())
                .containsExactly("Jun 2014 1 0 0", "Jul 2014 0 0 0", "Aug 2014 0 1 0");
        assertThat(page.select(".compared section").getFirst().text()).contains("Iran1", "example.org1");
        assertThat(page.select("input[name=name]").eachAttr("value")).contains("Kerry", "Kirby", "Nobody");
        assertThat(get("/compare/numbers.csv" + question).asString())
                .isEqualTo("name,start,count\r\nKerry,2014-06-01,1\r\nKirby,2014-08-01,1\r\n");
        assertThat(get("/compare/drawing.svg" + question)
                        .then()
                        .statusCode(200)
                        .contentType("image/svg+xml")
                        .extract()
                        .asString())
                .contains("<polyline", ">Kirby<");
    }

    @Test
    void aBrokenLinkIsToldInAPageToABrowserAndInAProblemToAProgram() {
        given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .get("/nowhere")
                .then()
                .statusCode(404)
                .contentType("text/html");
        given().accept("*/*").get("/nowhere").then().statusCode(404).contentType("application/problem+json");
        given().accept("text/html").get("/v1/nowhere").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void whatIsComparedIsEscapedAndBounded() {
        String hostile = "/compare?name=%3Cscript%3Ealert(1)%3C/script%3E";

        assertThat(page(hostile).select("main script")).isEmpty();
        assertThat(get("/compare/drawing.svg?name=%3Cscript%3Ealert(1)%3C/script%3E")
                        .asString())
                .doesNotContain("<script");
        assertThat(get("/compare?name=a&name=b&name=c&name=d&name=e&name=f").statusCode())
                .isEqualTo(400);
        assertThat(page("/compare").select("main").text()).contains("Name up to five");
        assertThat(page("/compare?name=Nobody").select("main").text()).contains("No statement here");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kerry                            | /?speaker=Kerry",
                "john kerry                       | /?speaker=john+kerry",
                "Iran                             | /?about=Iran",
                "open discussions                 | /?q=open+discussions",
                "by:Kerry about:Iran open         | /?speaker=Kerry&about=Iran&q=open",
                "by:“John Kerry” \"open to\" since:2014-01-01 | /?speaker=John+Kerry&from=2014-01-01&q=%22open+to%22"
            })
    void whatIsTypedLeadsToAQuestionThatOneCanShare(String typed, String address) {
        given().redirects()
                .follow(false)
                .queryParam("ask", typed)
                .when()
                .get("/")
                .then()
                .statusCode(303)
                .header("Location", endsWith(address));
    }

    @Test
    void fieldsThatWereLeftEmptyAreNoFilters() {
        given().redirects()
                .follow(false)
                .when()
                .get("/?speaker=&about=Iran&kind=&from=")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/?about=Iran"));
    }

    @Test
    void filtersAreChipsThatCanBeTakenAway() {
        Document page = page("/?speaker=" + entityId("person", "John Kerry") + "&q=discussion");

        assertThat(page.select(".chip").eachText())
                .containsExactly("said by John Kerry ×: remove this filter", "words discussion ×: remove this filter");
        assertThat(page.selectFirst(".chip").attr("href")).isEqualTo("/?q=discussion");
        assertThat(page.select(".statement mark").eachText()).containsExactly("discussions");
        assertThat(page.selectFirst("a[href^=/v1/exports]").attr("href"))
                .isEqualTo(
                        "/v1/exports/quotes?speaker=" + entityId("person", "John Kerry") + "&q=discussion&format=csv");
    }

    @Test
    void aPersonHasWhatTheySaidAndWhyItIsThem() {
        Document page = page("/entities/" + entityId("person", "John Kerry"));

        assertThat(page.selectFirst("h1").text()).isEqualTo("John Kerry");
        assertThat(page.selectFirst(".lead").text()).contains("Senator", "In 1 article");
        assertThat(page.select(".tabs a").eachText()).containsExactly("Said 1", "Spoken of 0");
        assertThat(page.select(".statement blockquote").eachText()).containsExactly("“We are open to discussions,”");
        assertThat(page.select(".side a[href=/entities/" + entityId("place", "Iran") + "]"))
                .hasSize(1);
    }

    @Test
    void anArticleShowsWhereEachStatementWasRead() throws SQLException {
        news.run("UPDATE article_version SET blocks = '[]'");
        Document page = page("/articles/" + talks);
        String statement = "q-" + id("quote /a");

        Element text = page.selectFirst(".article-text");
        assertThat(text.text()).startsWith("“We are open to discussions,”");
        assertThat(text.getElementById(statement).hasClass("q")).isTrue();
        assertThat(text.select(".spk").text()).isEqualTo("John Kerry");
        assertThat(text.select(".spk").attr("href")).isEqualTo("/entities/" + entityId("person", "John Kerry"));
        assertThat(text.select(".cue").attr("data-q")).isEqualTo("1");
        assertThat(page.select(".reading .say").attr("href")).isEqualTo("#" + statement);
        assertThat(page.select(".removed").text()).isEqualTo("newsletter prompt Sign up");
        assertThat(page.select(".keys").text()).contains("https://news.example.org/a", "onrecord-extract/1");
        assertThat(page("/").select("a[href=/articles/" + talks + "#" + statement + "]"))
                .isNotEmpty();
    }

    @Test
    void whoKnowsAStatementsIdIsLedToItsWords() {
        given().redirects()
                .follow(false)
                .when()
                .get("/statements/" + id("quote /a"))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/articles/" + talks + "#q-" + id("quote /a")));
        assertThat(get("/statements/00000000-0000-0000-0000-000000000000").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aSearchIsSavedUnderItsWords() {
        assertThat(page("/searches?query=speaker%3DKerry").selectFirst("#name").val())
                .isEqualTo("said by Kerry");
    }

    @Test
    void anUtteranceHasAllItsPlaces() {
        String link = page("/").selectFirst(".elsewhere").attr("href");

        Document page = page(link);

        assertThat(page.selectFirst("h1").text()).isEqualTo("One statement, 1 place");
        assertThat(page.select(".statement")).hasSize(1);
    }

    @Test
    void anEmptyInstallationSaysWhatItIsForAndTakesAFirstSource() throws SQLException {
        new StoredNews(database);

        Document page = page("/");

        assertThat(page.selectFirst("h2").text()).isEqualTo("Nothing is stored yet");
        assertThat(page.select("form[action=/sources] input[name=url]")).hasSize(1);
    }

    @Test
    void whereNothingIsFoundItSaysHowToGoOn() {
        assertThat(page("/?q=zeppelin").selectFirst(".results .sheet").text()).contains("No statement has all of this");
    }

    @ParameterizedTest
    @CsvSource({
        "/?speaker=Jon+Kery, John Kerry, /?speaker=John+Kerry",
        "/?speaker=Jon+Kery&q=open, John Kerry, /?speaker=John+Kerry&q=open",
        "/?q=Jon+Kery, John Kerry, /?speaker=John+Kerry",
        "/?about=Irann, Iran, /?about=Iran"
    })
    void aNameThatNobodyBearsLeadsToOneLikeIt(String asked, String name, String link) throws SQLException {
        news.run("INSERT INTO known_name (key) SELECT DISTINCT key FROM quote_name ON CONFLICT DO NOTHING");

        Element meant = page(asked).selectFirst(".meant a");

        assertThat(meant.text()).isEqualTo(name);
        assertThat(sorted(meant.attr("href"))).isEqualTo(sorted(link));
    }

    private static List<String> sorted(String address) {
        return Stream.of(address.split("[?&]")).sorted().toList();
    }

    @Test
    void whatIsReportedStandsInItsSentence() throws SQLException {
        news.run("UPDATE quote SET kind = 'indirect'");

        Element words = page("/?q=discussion").selectFirst(".statement blockquote");

        assertThat(words.text()).isEqualTo("“We are open to discussions,” John Kerry said of Iran.");
        assertThat(words.select(".around").text()).isEqualTo("John Kerry said of Iran.");
        assertThat(words.select("mark").text()).isEqualTo("discussions");
    }

    @Test
    void keysAreNeitherShownNorMadeWhereNobodyNeedsOne() {
        assertThat(page("/keys").select("main").text()).contains("No key is needed here");
        assertThat(page("/keys").select("main form")).isEmpty();
        assertThat(page("/").select("nav a[href=/keys]")).isEmpty();
        String token = get("/try").cookie("onrecord-form");
        given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .cookie("onrecord-form", token)
                .formParam("token", token)
                .formParam("name", "x")
                .formParam("scope", "admin")
                .when()
                .post("/keys")
                .then()
                .statusCode(403);
    }

    /** Each is stored as the words of a page, and must reach the reader as words. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "{frame.token} {#if true}x{/if}",
                "&lt;b&gt; &amp; <b>",
                "javascript:alert(1)"
            })
    void whatAnAttackerWritesIntoATitleIsWords(String title) throws SQLException {
        news.run("UPDATE article SET title = ?", title);
        news.run("UPDATE article_version SET title = ?, url = 'javascript:alert(1)'", title);
        news.run("UPDATE entity SET name = ?", title);

        for (String address :
                new String[] {"/", "/articles/" + talks, "/entities/" + entityId("person", "John Kerry")}) {
            Document page = page(address);

            assertThat(page.text()).as(address).contains(title.replaceAll("\\s+", " "));
            assertThat(page.select("script")).as(address).hasSize(1);
            assertThat(page.select("img, b, [onerror], [onmouseover], [href^=javascript]"))
                    .as(address)
                    .isEmpty();
        }
    }

    @Test
    void charactersThatTurnTheDirectionOrControlATerminalAreLeftOut() throws SQLException {
        news.run("UPDATE article SET title = ?", "Deal \u202Egnihton\u202C \u2066off\u0007\u009B");

        String page = get("/").asString();

        assertThat(page).contains("Deal gnihton off").doesNotContain("\u202E", "\u2066", "\u0007", "\u009B");
    }

    @ParameterizedTest
    @CsvSource({
        "/?speaker=*&from=2014-01-01, 400, Parameters that cannot be answered",
        "/?from=2014-02-30, 400, Parameters that cannot be answered",
        "/?nosuch=1, 400, Parameters that cannot be answered",
        "/?cursor=abc, 400, Parameters that cannot be answered",
        "/articles/00000000-0000-0000-0000-000000000000, 404, No such resource",
        "/articles/x, 404, No such resource",
        "/entities/00000000-0000-0000-0000-000000000000, 404, No such resource",
        "/utterances/00000000-0000-0000-0000-000000000000, 404, No such resource"
    })
    void whatGoesWrongIsTold(String address, int status, String title) {
        Response answer = get(address);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(Jsoup.parse(answer.asString()).selectFirst("h1").text()).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/try", "/?nosuch=1"})
    void noScriptOrStyleOfAPageIsRunButOurOwn(String address) {
        Response answer = get(address);

        assertThat(answer.headers().getValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        Document page = Jsoup.parse(answer.asString());
        assertThat(page.select("[style], style, script:not([src])")).isEmpty();
        assertThat(page.select("[src], link[href]").eachAttr("src")).allMatch(source -> source.startsWith("/assets/"));
    }

    @Test
    void aFormOfAnotherPageIsNotTaken() {
        String token = get("/try").cookie("onrecord-form");

        for (String[] sent : new String[][] {{null, token}, {token, "guessed"}, {token, null}}) {
            var request = given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                    .formParam("text", "x");
            if (sent[0] != null) {
                request.cookie("onrecord-form", sent[0]);
            }
            if (sent[1] != null) {
                request.formParam("token", sent[1]);
            }
            request.when().post("/try").then().statusCode(403);
        }
        given().contentType("application/x-www-form-urlencoded")
                .body("url=x")
                .when()
                .post("/v1/sources")
                .then()
                .statusCode(415)
                .body("title", equalTo("The body has the wrong media type"));
    }

    @Test
    void aListOfSubscriptionsIsTakenFromOurFormAlone() {
        assertThat(page("/sources").select("form[action=/sources/opml] textarea[name=opml]"))
                .hasSize(1);
        assertThat(page("/sources").select("a[href=/v1/sources.opml][download]"))
                .hasSize(1);
        given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("opml", "<opml/>")
                .when()
                .post("/sources/opml")
                .then()
                .statusCode(403);
    }

    @Test
    void whatTheServicesBehindCannotSayIsTold() {
        assertThat(page("/sources").selectFirst("[role=alert]").text()).startsWith("The list cannot be shown now.");
        assertThat(page("/sources?story=https://news.example.org/a")
                        .select("[role=status] a")
                        .attr("href"))
                .isEqualTo("/articles/" + talks);
        assertThat(page("/sources?story=https://news.example.org/none")
                        .select("[role=status]")
                        .text())
                .startsWith("Nobody has asked for this address yet");
    }

    @Test
    void aStatementIsConfirmedCorrectedAndRejectedByForms() {
        String article = "/articles/" + talks;
        String quote = id("quote /a").toString();

        send(article + "/review", "quote", quote, "decision", "confirmed", "note", "<b>heard</b>");
        assertThat(page(article).selectFirst(".reviewed").text())
                .startsWith("confirmed by local, ")
                .endsWith(": <b>heard</b>");

        Element form = page(article).selectFirst("form.set");
        send(
                article + "/review",
                "quote",
                quote,
                "decision",
                "corrected",
                "text",
                "open to discussions",
                "speakers",
                "Jane Roe",
                "naming",
                form.selectFirst("[name=naming]").val(),
                "stance",
                "denied");
        assertThat(page(article).selectFirst(".reading .say").text()).isEqualTo("open to discussions");
        assertThat(page(article).selectFirst(".reading .voice").text()).isEqualTo("Jane Roe");
        assertThat(page(article).selectFirst(".reading .stance").text()).isEqualTo("denied");

        send(article + "/review", "quote", quote, "decision", "rejected");
        assertThat(page(article).select(".reading .say")).isEmpty();
        assertThat(page("/").select(".statement")).hasSize(1);
        assertThat(page(article).text()).contains("Rejected by an editor: 1");

        send(article + "/review", "quote", quote, "decision", "undo");
        assertThat(page(article).selectFirst(".reading .voice").text()).isEqualTo("John Kerry");
    }

    @Test
    void aPersonIsRenamedMergedAndSeparatedByForms() {
        String kerry = "/entities/" + entityId("person", "John Kerry");
        String kirby = "/entities/" + entityId("person", "John Kirby");

        send(kerry + "/rename", "name", "John F. Kerry");
        eventually().until(() -> page(kerry).selectFirst("h1").text().equals("John F. Kerry"));
        undo(kerry);
        eventually().until(() -> page(kerry).selectFirst("h1").text().equals("John Kerry"));

        send(kirby + "/merge", "into", "http://localhost" + kerry + "?show=said");
        eventually().until(() -> page(kerry).select(".statement").size() == 2);
        undo(kerry);
        eventually().until(() -> page(kerry).select(".statement").size() == 1);

        send(kirby + "/merge", "into", "john kerry");
        eventually().until(() -> page(kerry).select(".statement").size() == 2);

        assertThat(page(kerry).select("[name=article]")).hasSize(2);
        send(kerry + "/separate", "article", talks.toString(), "name", "Another Kerry");
        eventually().until(() -> page(kerry).select(".statement").size() == 1);
        assertThat(page("/entities/" + entityId("place", "Iran")).select("form.set"))
                .isEmpty();
    }

    @Test
    void whatSetsRightIsTakenFromOurFormsAlone() {
        for (String path : new String[] {
            "/articles/" + talks + "/review",
            "/entities/" + entityId("person", "John Kerry") + "/merge",
            "/entities/" + entityId("person", "John Kerry") + "/separate",
            "/entities/" + entityId("person", "John Kerry") + "/rename",
            "/entities/" + entityId("person", "John Kerry") + "/undo"
        }) {
            given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                    .formParam("decision", "rejected")
                    .formParam("quote", id("quote /a"))
                    .formParam("name", "x")
                    .when()
                    .post(path)
                    .then()
                    .statusCode(403);
        }
    }

    private static void undo(String person) {
        Element undo = page(person).selectFirst("form[action$=/undo]");
        send(person + "/undo", "review", undo.selectFirst("[name=review]").val());
    }

    /** As a browser sends a form. */
    private static void send(String path, String... fields) {
        String token = get("/try").cookie("onrecord-form");
        var request = given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .redirects()
                .follow(false)
                .cookie("onrecord-form", token)
                .formParam("token", token);
        for (int i = 0; i < fields.length; i += 2) {
            request.formParam(fields[i], fields[i + 1]);
        }
        request.when().post(path).then().statusCode(303);
    }

    @Test
    void numbersAreWrittenInTheReadersWay() {
        String sure = Jsoup.parse(given().header("Accept-Language", "de-DE")
                        .when()
                        .get("/")
                        .asString())
                .selectFirst(".sure")
                .text();

        assertThat(sure).matches("90\\h% sure");
    }

    @Test
    void datesAreWrittenInTheReadersWay() {
        String day = Jsoup.parse(given().header("Accept-Language", "de-DE,de;q=0.9")
                        .when()
                        .get("/")
                        .asString())
                .selectFirst(".statement time")
                .text();

        assertThat(day).isEqualTo("01.08.2014");
    }

    private static Document page(String address) {
        Response answer = get(address);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return Jsoup.parse(answer.asString());
    }

    private static Response get(String address) {
        return given().urlEncodingEnabled(false).when().get(address);
    }
}
