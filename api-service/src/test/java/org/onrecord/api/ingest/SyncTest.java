package org.onrecord.api.ingest;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import org.onrecord.api.StoredNews;
import org.onrecord.api.takedown.Takedowns;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.api.Eventually.eventually;

/** Whoever keeps a copy asks for what is new by when it was stored or changed, and misses nothing. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class SyncTest {

    private static final UUID FIRST = UUID.fromString("00000000-0000-3000-8000-00000000c001");
    /** Its takedown is told of by a topic, later too. */
    private static final UUID TAKEN_DOWN = UUID.fromString("00000000-0000-3000-8000-00000000c003");

    private static final UUID SECOND = UUID.fromString("00000000-0000-3000-8000-00000000c002");

    @Inject
    AnalysisStore store;

    @Inject
    Takedowns takedowns;

    @Inject
    DataSource database;

    @TestHTTPResource("/")
    URI origin;

    @BeforeEach
    void stored() throws SQLException {
        new StoredNews(database);
        store.store(Events.first(FIRST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quotes", "articles"})
    void whatIsNewComesBehindWhatWasThere(String kind) {
        // What is being settled may hold it back.
        eventually().until(() -> size("/v1/" + kind + "?sort=stored") == 1);
        JsonPath before = get("/v1/" + kind + "?sort=stored");
        String changed = before.getString("items[0].changed");
        assertThat(before.getString("items[0].stored")).isNotNull();
        store.store(Events.first(SECOND));
        eventually().until(() -> size("/v1/" + kind + "?sort=stored") == 2);

        JsonPath walk = get("/v1/" + kind + "?sort=stored&limit=1");
        assertThat(walk.getString("items[0].changed")).isEqualTo(changed);
        JsonPath next = get(walk.getString("next"));
        assertThat(next.getString("next")).isNull();
        String later = next.getString("items[0].changed");
        assertThat(later).isGreaterThan(changed);
        for (String since : List.of("changedSince", "storedSince")) {
            String field = since.startsWith("stored") ? "items[0].stored" : "items[0].changed";
            String second = next.getString(field);
            String both = "/v1/" + kind + "?" + since + "=" + before.getString(field);
            eventually().until(() -> size(both) == 2);
            eventually().until(() -> size("/v1/" + kind + "?" + since + "=" + second) == 1);
            assertThat(export("/v1/exports/" + kind + "?" + since + "=" + second)
                            .lines())
                    .hasSize(1);
        }
        assertThat(get("/v1/" + kind + "?sort=oldest&limit=1").getString("next"))
                .isNotNull();
        for (String names :
                List.of("speaker=valdor", "speaker=valdor&speaker=x", "about=ellery", "speaker=valdor&about=ellery")) {
            String asked = "/v1/quotes?" + names + "&sort=stored&limit=1";
            eventually().until(() -> get(asked).getString("next") != null);
            assertThat(get(get(asked).getString("next")).getList("items"))
                    .as(names)
                    .hasSize(1);
            assertThat(get(asked + "&changedSince=" + later).getInt("total.value"))
                    .as(names)
                    .isEqualTo(1);
        }
    }

    @Test
    void anArticleThatIsReadAnewChangesAndItsQuotesStayStoredWhenTheyWere() {
        JsonPath article = get("/v1/articles");
        JsonPath quote = get("/v1/quotes");
        store.store(Events.first(FIRST));
        assertThat(get("/v1/articles").getString("items[0].changed")).isEqualTo(article.getString("items[0].changed"));

        store.store(Events.analysis(FIRST, "ten", Events.MORNING, "test-nlp/2", Events.MORNING.plusSeconds(60)));

        JsonPath later = get("/v1/articles");
        assertThat(later.getString("items[0].changed")).isGreaterThan(article.getString("items[0].changed"));
        assertThat(later.getString("items[0].stored")).isEqualTo(article.getString("items[0].stored"));
        JsonPath anew = get("/v1/quotes");
        assertThat(anew.getString("items[0].id")).isEqualTo(quote.getString("items[0].id"));
        assertThat(anew.getString("items[0].stored")).isEqualTo(quote.getString("items[0].stored"));
        assertThat(anew.getString("items[0].changed")).isGreaterThan(quote.getString("items[0].changed"));
    }

    @Test
    void whatMayStillBeOvertakenIsNotToldOfYet() throws SQLException {
        try (Connection writer = database.getConnection();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            eventually().until(() -> size("/v1/quotes?sort=stored") == 1);
            statement.execute("INSERT INTO request VALUES (gen_random_uuid(), NULL, NULL, 'text', now())");
            store.store(Events.first(SECOND));

            assertThat(get("/v1/quotes").getList("items")).hasSize(2);
            assertThat(get("/v1/quotes?sort=stored").getList("items")).hasSize(1);
            assertThat(get("/v1/articles?changedSince=2020-01-01").getList("items"))
                    .hasSize(1);
            writer.rollback();
        }
        eventually().until(() -> size("/v1/quotes?sort=stored") == 2);
    }

    @Test
    void whatWasTakenDownIsListed() {
        assertThat(get("/v1/takedowns").getList("items")).isEmpty();
        store.store(Events.first(TAKEN_DOWN));
        takedowns.take(TAKEN_DOWN, "a court");
        eventually().until(() -> size("/v1/takedowns") == 1);

        JsonPath list = get("/v1/takedowns");

        assertThat(list.<String>getList("items.id")).containsExactly(TAKEN_DOWN.toString());
        String at = list.getString("items[0].takenDown");
        assertThat(get("/v1/takedowns?since=" + at).getList("items")).hasSize(1);
        assertThat(get("/v1/takedowns?since=2099-01-01").getList("items")).isEmpty();
        assertThat(get("/v1/quotes").getList("items")).hasSize(1);
    }

    @Test
    void articlesAreExported() {
        String line = export("/v1/exports/articles");

        JsonPath article = new JsonPath(line);
        assertThat(article.getString("id")).isEqualTo(FIRST.toString());
        assertThat(article.getString("title")).isEqualTo(Events.TITLE);
        assertThat(article.getString("text")).contains("Port Ellery");
        assertThat(article.<String>getList("authors")).containsExactly("Callum Rennick");
        assertThat(export("/v1/exports/articles?cursor=" + article.getString("cursor")))
                .isEmpty();
        assertThat(export("/v1/exports/articles?format=csv"))
                .startsWith("id,title,url,")
                .contains(FIRST + "," + Events.TITLE + ",https://courier.example/")
                .contains("Callum Rennick");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quotes", "articles"})
    void anExportIsCompressedAndMarkedForExcel(String kind) throws Exception {
        HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(origin.resolve("/v1/exports/" + kind + "?format=csv-excel"))
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());

        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        try (InputStream body = new GZIPInputStream(answer.body())) {
            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("\uFEFFid,")
                    .contains("Valdor");
        }
    }

    private static int size(String path) {
        return get(path).getList("items").size();
    }

    private static String export(String path) {
        return given().get(path).then().statusCode(200).extract().asString();
    }

    private static JsonPath get(String path) {
        return given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
