package org.onrecord.api.alert;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

import org.onrecord.api.StoredNews;
import org.onrecord.contracts.Analysis;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.onrecord.api.Eventually.eventually;

/** Events through a real broker into a real database and out to a real mail server. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(value = MailServer.class, restrictToAnnotatedClass = true)
class DigestTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    ObjectMapper json;

    @Inject
    DataSource database;

    /** Of each test its own: what was under way to another's may arrive late. */
    private final String desk = "desk-" + UUID.randomUUID() + "@paper.example";

    private StoredNews news;
    private Statements statements;

    @BeforeEach
    void empty() throws Exception {
        news = new StoredNews(database);
        statements = new Statements(bootstrapServers, json);
    }

    @Test
    void aPeriodIsOneMailOfItsStatementsAndTheNextTellsOfNoneOfThem() throws Exception {
        JsonPath alert = alert("hourly");
        Analysis first = Statements.fresh();
        Analysis second = Statements.fresh();
        statements.send(first);
        statements.send(first);
        statements.send(second);
        awaitWaiting(2);
        assertThat(taken()).isEmpty();
        periodEnds();

        eventually().until(() -> deliveries(alert).getList("items.state").equals(List.of("delivered")));
        MimeMessage mail = taken().getFirst();
        assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress(desk));
        assertThat(mail.getFrom()).containsExactly(new InternetAddress("onrecord@desk.example"));
        assertThat(mail.getSubject()).isEqualTo("Onrecord: 2 new statements: a search");
        assertThat(mail.getMessageID()).isEqualTo("<" + deliveries(alert).getString("items[0].id") + "@desk.example>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        String text = part(mail, "text/plain");
        assertThat(text)
                .containsSubsequence(page(first), page(second))
                .contains(first.article().url(), "https://onrecord.desk.example/?stance=said")
                .contains("pause or remove the alert: https://onrecord.desk.example/searches/alerts/"
                        + alert.getString("id"));
        Document html = Jsoup.parse(part(mail, "text/html"));
        assertThat(html.select("blockquote")).hasSize(2);
        assertThat(html.select("a").eachAttr("href")).contains(first.article().url(), page(first), page(second));
        assertThat(deliveries(alert).getInt("items[0].statements")).isEqualTo(2);
        assertThat(deliveries(alert).getInt("items[0].status")).isEqualTo(250);

        Analysis third = Statements.fresh();
        statements.send(third);
        awaitWaiting(1);
        periodEnds();
        eventually().until(() -> taken().size() == 2);
        assertThat(part(taken().getLast(), "text/plain"))
                .contains(page(third))
                .doesNotContain(page(first), page(second));
        assertThat(taken().getLast().getSubject()).isEqualTo("Onrecord: a new statement: a search");
    }

    @Test
    void aSearchIsSavedOnThePageAndMailed() {
        String token = given().when().get("/searches?query=speaker%3DKerry").cookie("onrecord-form");
        given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .redirects()
                .follow(false)
                .cookie("onrecord-form", token)
                .formParam("token", token)
                .formParam("name", "Kerry")
                .formParam("query", "speaker=Kerry")
                .formParam("url", "")
                .formParam("email", desk)
                .formParam("every", "hourly")
                .when()
                .post("/searches")
                .then()
                .statusCode(303);

        Document page = Jsoup.parse(given().when().get("/searches").asString());

        assertThat(page.select(".sources .context > p").text()).contains(desk, "a mail, hourly", "active");
        assertThat(page.select("form[action$=/alerts] input[name=email]")).isNotEmpty();
    }

    @Test
    void whatAPeriodLeftIsToldOfInTheNextAndNotBefore() throws Exception {
        JsonPath alert = alert("hourly");
        statements.send(Statements.fresh());
        awaitWaiting(1);
        periodEnds();
        eventually().until(() -> taken().size() == 1);
        // Found within the same hour, but written a little later than that hour's mail.
        Analysis late = Statements.fresh();
        statements.send(late);
        awaitWaiting(1);
        news.run("UPDATE digest_line SET due_at = now()");
        JsonPath other = alert("daily");
        statements.send(Statements.fresh());
        eventually().until(() -> news.count("digest_line WHERE alert_id = '" + other.getString("id") + "'") == 1);
        news.run("UPDATE digest_line SET due_at = now()");
        eventually().until(() -> taken().size() == 2);

        assertThat(deliveries(alert).getList("items")).hasSize(1);
        assertThat(deliveries(other).getList("items")).hasSize(1);
    }

    @Test
    void wordsOfStrangersAreNoMarkupAndNoHeaders() throws Exception {
        JsonPath alert = alert("hourly");
        String hostile =
                "<script>alert(1)</script>\r\nBcc: all@paper.example\r\n\r\n<img src=x onerror=alert(1)>{digest.count}";
        news.run(
                "UPDATE saved_search SET name = ? WHERE search_id = ?",
                hostile,
                UUID.fromString(alert.getString("search")));
        Analysis analysis = Statements.fresh();
        ObjectNode written = json.valueToTree(analysis);
        ((ObjectNode) written.get("article")).put("title", hostile).put("url", "javascript:alert(1)");
        statements.send(analysis, written);
        awaitWaiting(1);
        periodEnds();

        eventually().until(() -> taken().size() == 1);
        MimeMessage mail = taken().getFirst();
        assertThat(mail.getRecipients(Message.RecipientType.BCC)).isNull();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject())
                .startsWith("Onrecord: a new statement: <script>")
                .doesNotContain("\n", "\r");
        Document html = Jsoup.parse(part(mail, "text/html"));
        assertThat(html.select("script, img")).isEmpty();
        assertThat(html.text()).contains("<img src=x onerror=alert(1)>{digest.count}");
        assertThat(html.select("a").eachAttr("href"))
                .allMatch(link -> link.startsWith("https://onrecord.desk.example/"));
        assertThat(part(mail, "text/plain").lines()).noneMatch(line -> line.startsWith("Bcc:"));
    }

    @Test
    void aServerThatIsAwayIsAskedAgainAndGetsWhatCameMeanwhileInTheNextMail() throws Exception {
        JsonPath alert = alert("hourly");
        Analysis first = Statements.fresh();
        statements.send(first);
        awaitWaiting(1);
        MailServer.goAway();
        try {
            periodEnds();
            eventually().until(() -> attempts(alert) >= 2);
            assertThat(deliveries(alert).getString("items[0].error")).contains("The mail server did not take it");
        } finally {
            MailServer.comeBack();
        }

        eventually().until(() -> deliveries(alert).getList("items.state").equals(List.of("delivered")));
        assertThat(taken()).hasSize(1);
        given().get("/v1/alerts/" + alert.getString("id")).then().body("failingSince", nullValue());
    }

    @Test
    void whatIsSentAgainAfterAKillHasTheSameId() throws Exception {
        JsonPath alert = alert("daily");
        statements.send(Statements.fresh());
        awaitWaiting(1);
        periodEnds();
        eventually().until(() -> deliveries(alert).getList("items.state").equals(List.of("delivered")));

        // As if the instance had been killed before it noted what the server answered.
        news.run("UPDATE delivery SET state = 'pending', due_at = now()");
        eventually().until(() -> taken().size() == 2);

        assertThat(taken().getFirst().getMessageID())
                .isEqualTo(taken().getLast().getMessageID());
    }

    @Test
    void ofWhatIsTakenDownNothingIsTold() throws Exception {
        alert("hourly");
        Analysis taken = Statements.fresh();
        Analysis kept = Statements.fresh();
        statements.send(taken);
        statements.send(kept);
        awaitWaiting(2);
        given().delete("/v1/articles/" + taken.article().articleId()).then().statusCode(503);
        periodEnds();

        eventually().until(() -> taken().size() == 1);
        assertThat(part(taken().getFirst(), "text/plain")).contains(page(kept)).doesNotContain(Statements.quote(taken));
        assertThat(news.count("digest_line")).isEqualTo(1);
    }

    @Test
    void anAlertWhoseMailWasRefusedForAWeekIsDisabled() throws Exception {
        JsonPath alert = alert("hourly");
        String id = alert.getString("id");
        MailServer.goAway();
        try {
            statements.send(Statements.fresh());
            awaitWaiting(1);
            periodEnds();
            eventually().until(() -> attempts(alert) >= 1);
            news.run("UPDATE alert SET failing_since = now() - interval '8 days'");
            news.run("UPDATE delivery SET created_at = now() - interval '25 hours', due_at = now()");

            eventually()
                    .until(() -> given().get("/v1/alerts/" + id)
                            .jsonPath()
                            .getString("state")
                            .equals("disabled"));
        } finally {
            MailServer.comeBack();
        }
        given().get("/v1/alerts/" + id).then().body("disabledReason", containsString("week"));
    }

    @Test
    void aTestIsSentAtOnce() throws Exception {
        JsonPath alert = alert("daily");

        given().post("/v1/alerts/" + alert.getString("id") + "/test")
                .then()
                .statusCode(200)
                .body("state", equalTo("delivered"))
                .body("statements", nullValue());

        assertThat(taken()).hasSize(1);
        assertThat(taken().getFirst().getSubject()).isEqualTo("Onrecord: a test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "desk",
                "@paper.example",
                "desk@",
                "desk@localhost",
                "desk@[127.0.0.1]",
                "desk@127.0.0.1",
                "desk@paper.example, other@paper.example",
                "desk@paper.example;other@paper.example",
                "desk@paper.example other@paper.example",
                "Desk <desk@paper.example>",
                "<desk@paper.example>",
                "\"desk\"@paper.example",
                "desk(comment)@paper.example",
                "desk@paper.example\r\nBcc: all@paper.example",
                "desk@paper.example\nRCPT TO:<all@paper.example>",
                "desk\u0000@paper.example",
                "dësk@paper.example",
                "desk@paper\u3002example",
                ".desk@paper.example",
                "de..sk@paper.example",
                "desk@-paper.example",
                "desk@paper..example",
                "desk@other.example",
                "desk@paper.example.evil.example",
                "desk@sub.paper.example",
            })
    void whatIsNoAddressOfThoseDomainsIsRefused(String email) throws SQLException {
        add(Map.of("search", search(), "email", email, "every", "daily"))
                .statusCode(400)
                .body("errors.name", equalTo(List.of("email")));

        assertThat(news.count("alert")).isZero();
    }

    @Test
    void anAlertIsToldOneWay() {
        String search = search();
        String email = "desk@paper.example";
        String url = "https://desk.example/hook";
        add(Map.of("search", search)).statusCode(400).body("errors.name", equalTo(List.of("url")));
        add(Map.of("search", search, "email", email, "url", url)).statusCode(400);
        add(Map.of("search", search, "email", email, "every", "minute"))
                .statusCode(400)
                .body("errors.name", equalTo(List.of("every")));
        add(Map.of("search", search, "url", url, "every", "daily"))
                .statusCode(400)
                .body("errors.name", equalTo(List.of("every")));
        String id = add(Map.of("search", search, "email", email))
                .statusCode(201)
                .body("every", equalTo("daily"))
                .body("secret", nullValue())
                .extract()
                .path("id");

        given().post("/v1/alerts/" + id + "/secret").then().statusCode(400);
        change(id, Map.of("url", url)).statusCode(400).body("errors.name", equalTo(List.of("url")));
        change(id, Map.of("every", "hourly", "email", "other@desk.example"))
                .statusCode(200)
                .body("every", equalTo("hourly"))
                .body("email", equalTo("other@desk.example"));
        change(id, Map.of("email", "other@elsewhere.example")).statusCode(400);
    }

    @Test
    void aKeyHasAFewAlertsByMailAlone() {
        String search = search();
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            answers.add(add(Map.of("search", search, "email", "desk" + i + "@paper.example"))
                    .extract()
                    .statusCode());
        }

        assertThat(answers.subList(0, 20)).containsOnly(201);
        assertThat(answers.getLast()).isEqualTo(429);
    }

    private static String search() {
        return given().contentType(ContentType.JSON)
                .body(Map.of("name", "a search", "query", "stance=said"))
                .post("/v1/searches")
                .jsonPath()
                .getString("id");
    }

    private static ValidatableResponse add(Map<String, String> alert) {
        return given().contentType(ContentType.JSON)
                .body(alert)
                .post("/v1/alerts")
                .then();
    }

    private static ValidatableResponse change(String id, Map<String, String> change) {
        return given().contentType(ContentType.JSON)
                .body(change)
                .patch("/v1/alerts/" + id)
                .then();
    }

    private JsonPath alert(String every) {
        return add(Map.of("search", search(), "email", desk, "every", every))
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private List<MimeMessage> taken() {
        return MailServer.taken(desk);
    }

    private static int attempts(JsonPath alert) {
        List<Integer> attempts = deliveries(alert).getList("items.attempts");
        return attempts.isEmpty() ? 0 : attempts.getFirst();
    }

    private void awaitWaiting(int lines) {
        eventually().until(() -> news.count("digest_line WHERE delivery_id IS NULL") == lines);
    }

    private void periodEnds() throws SQLException {
        news.run("UPDATE alert SET digest_after = NULL");
        news.run("UPDATE digest_line SET due_at = now() WHERE delivery_id IS NULL");
    }

    private static JsonPath deliveries(JsonPath alert) {
        return given().get("/v1/alerts/" + alert.getString("id") + "/deliveries")
                .jsonPath();
    }

    private static String page(Analysis analysis) {
        return "https://onrecord.desk.example/articles/" + analysis.article().articleId() + "#q-"
                + Statements.quote(analysis);
    }

    /** Found wherever it is in the tree of parts. */
    private static String part(MimeMessage mail, String type) throws Exception {
        return part((MimeMultipart) mail.getContent(), type);
    }

    private static String part(MimeMultipart parts, String type) throws Exception {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType(type)) {
                return part.getContent().toString();
            }
            if (part.getContent() instanceof MimeMultipart inner) {
                return part(inner, type);
            }
        }
        throw new AssertionError("no part of type " + type);
    }
}
