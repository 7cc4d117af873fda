package org.onrecord.api.takedown;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.onrecord.api.StoredNews;
import org.onrecord.chassis.event.ArticleKey;
import org.onrecord.chassis.event.Outcomes;
import org.onrecord.contracts.Analysis;
import org.onrecord.contracts.Article;
import org.onrecord.contracts.Block;
import org.onrecord.contracts.BlockKind;
import org.onrecord.contracts.Cue;
import org.onrecord.contracts.Entity;
import org.onrecord.contracts.EntityType;
import org.onrecord.contracts.Field;
import org.onrecord.contracts.Mention;
import org.onrecord.contracts.MentionKind;
import org.onrecord.contracts.Outcome;
import org.onrecord.contracts.OutcomeReason;
import org.onrecord.contracts.Quote;
import org.onrecord.contracts.QuoteKind;
import org.onrecord.contracts.RemovalReason;
import org.onrecord.contracts.RemovedBlock;
import org.onrecord.contracts.Span;
import org.onrecord.contracts.Speaker;
import org.onrecord.contracts.Stage;
import org.onrecord.contracts.Topics;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.api.Eventually.eventually;

/** No row of any table has a word that only the article had which was taken down. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
class NothingIsLeftTest {
    /** Part of every word that is unique; no stemmer changes it. */
    private static final String MARK = "zqxv";

    /** By its addresses it is kept out, and by those of its trace it is told what became of it. */
    private static final List<String> REGISTER = List.of("article_url", "outcome", "outcome_by_month", "request");

    private static final UUID ARTICLE = UUID.fromString("00000000-0000-3000-8000-00000000b001");
    private static final String URL = "https://" + MARK + "-courier.example/" + MARK + "-slug";
    private static final String SAID = "“The zqxvharbour of Zqxvport will be dredged by zqxvmidsummer,”";
    private static final String TEXT = SAID + " zqxvmaster Ines Zqxvaldor of Zqxvcorp said.";

    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void ofWhatIsTakenDownNoWordStaysInAnyTable() throws Exception {
        StoredNews news = new StoredNews(database);
        Analysis analysis = analysis();
        Article article = analysis.article();
        Outcome failed = Outcomes.of(
                article.requestId(),
                URL,
                ARTICLE,
                article.version(),
                Stage.ANALYSE,
                OutcomeReason.FAILED,
                "not understood: zqxvword",
                Instant.parse("2026-11-02T07:00:00Z"));
        Outcome empty = Outcomes.of(
                UUID.nameUUIDFromBytes("earlier".getBytes(StandardCharsets.UTF_8)),
                URL,
                null,
                null,
                Stage.EXTRACT,
                OutcomeReason.NOT_AN_ARTICLE,
                "no running text: zqxvharbour to be dredged",
                Instant.parse("2026-11-02T06:00:00Z"));
        news.request(article.requestId(), URL, "2026-11-02T07:00:00Z");
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer())) {
            for (Outcome outcome : List.of(empty, failed)) {
                producer.send(new ProducerRecord<>(Topics.OUTCOMES, URL, json.writeValueAsBytes(outcome)))
                        .get();
            }
            producer.send(new ProducerRecord<>(
                            Topics.ANALYSES, ArticleKey.of(article), json.writeValueAsBytes(analysis)))
                    .get();
        }
        eventually().until(() -> news.count("outcome_by_month WHERE reason IN ('failed', 'not-an-article')") == 2);
        eventually().until(() -> news.count("surname_settled WHERE surname = 'zqxvaldor'") == 1);
        eventually().until(() -> news.count("wording") == 1);
        eventually().until(() -> news.count("outcome_by_month WHERE reason = 'stored'") == 1);
        deliver(news);
        given().contentType("application/json")
                .body(
                        "{\"decision\": \"corrected\", \"note\": \"zqxvnote\", \"speakers\": [{\"name\": \"Dana Zqxvokafor\"}]}")
                .put("/v1/quotes/" + UUID.nameUUIDFromBytes(SAID.getBytes(StandardCharsets.UTF_8)) + "/review")
                .then()
                .statusCode(200);
        assertThat(tablesWithTheMark())
                .contains(
                        "delivery",
                        "review",
                        "quote_aside",
                        "article",
                        "article_version",
                        "entity",
                        "entity_name",
                        "analysis",
                        "quote",
                        "quote_name",
                        "known_name");

        given().delete("/v1/articles/" + ARTICLE).then().statusCode(503);

        eventually()
                .until(() -> news.count("surname_waiting") == 0
                        && news.count("wording_waiting") == 0
                        && news.count("tally_waiting") == 0);
        assertThat(tablesWithTheMark()).containsExactlyInAnyOrderElementsOf(REGISTER);
        for (String table : REGISTER) {
            assertThat(news.count(table + " t WHERE replace(t::text, '" + URL + "', '') ILIKE '%" + MARK + "%'"))
                    .as(table)
                    .isZero();
        }
        assertThat(news.count("wording")).isZero();
    }

    /** To a receiver that answers with what it was told. */
    private static void deliver(StoredNews news) throws SQLException {
        UUID search = StoredNews.id("search");
        UUID alert = StoredNews.id("alert");
        news.run("INSERT INTO saved_search VALUES (?, ?, 'all', '', now(), now())", search, new UUID(0, 0));
        news.run(
                "INSERT INTO alert (alert_id, search_id, url, secret, state, created_at, since)"
                        + " VALUES (?, ?, 'https://desk.example/', '', 'paused', now(), now())",
                alert,
                search);
        news.run(
                "INSERT INTO delivery (delivery_id, alert_id, article_id, state, answer) VALUES (?, ?, ?, 'delivered', ?)",
                StoredNews.id("delivery"),
                alert,
                ARTICLE,
                "got: " + SAID);
    }

    private List<String> tablesWithTheMark() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> all = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "SELECT tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")) {
                while (rows.next()) {
                    all.add(rows.getString(1));
                }
            }
            for (String table : all) {
                try (ResultSet row = statement.executeQuery(
                        "SELECT 1 FROM \"" + table + "\" t WHERE t::text ILIKE '%" + MARK + "%' LIMIT 1")) {
                    if (row.next()) {
                        tables.add(table);
                    }
                }
            }
        }
        return tables;
    }

    private static Analysis analysis() {
        Instant at = Instant.parse("2026-11-02T08:00:00Z");
        String title = "Zqxvharbour to be dredged";
        Article article = new Article(
                ARTICLE,
                "0".repeat(32),
                UUID.nameUUIDFromBytes("request".getBytes(StandardCharsets.UTF_8)),
                URL,
                URL,
                URL,
                MARK + "-courier.example",
                "The Zqxvcourier",
                title,
                List.of("Callum Zqxvrennick"),
                null,
                null,
                "zqxvsection",
                "en",
                "https://zqxv-images.example/1.jpg",
                TEXT,
                List.of(new Block(BlockKind.PARAGRAPH, 0, TEXT.length(), null)),
                List.of(new RemovedBlock(RemovalReason.SHARE, "Share zqxv", null)),
                Map.of("title", "h1.zqxv"),
                at,
                "test-extract/1",
                null);
        Span speaker = span("Ines Zqxvaldor");
        Span cue = span("said");
        return new Analysis(
                article,
                "test-nlp/1",
                at.plusSeconds(5),
                List.of(new Span(Field.TITLE, 0, title.length()), new Span(Field.TEXT, 0, TEXT.length())),
                List.of(
                        new Entity(0, EntityType.PERSON, "Ines Zqxvaldor", List.of("Zqxvaldie"), List.of("zqxvmaster")),
                        new Entity(1, EntityType.ORGANISATION, "Zqxvcorp", List.of(), List.of()),
                        new Entity(2, EntityType.PLACE, "Zqxvport", List.of(), List.of())),
                List.of(
                        new Mention(0, MentionKind.NAME, speaker, "Ines Zqxvaldor"),
                        new Mention(1, MentionKind.NAME, span("Zqxvcorp"), "Zqxvcorp"),
                        new Mention(2, MentionKind.NAME, span("Zqxvport"), "Zqxvport")),
                List.of(new Quote(
                        UUID.nameUUIDFromBytes(SAID.getBytes(StandardCharsets.UTF_8)),
                        QuoteKind.DIRECT,
                        List.of(new Span(Field.TEXT, 0, SAID.length())),
                        SAID,
                        new Cue(cue, "said"),
                        new Speaker(speaker, "Ines Zqxvaldor", 0),
                        0.9,
                        "test")));
    }

    private static Span span(String words) {
        int start = TEXT.indexOf(words);
        return new Span(Field.TEXT, start, start + words.length());
    }
}
