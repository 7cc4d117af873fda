package org.onrecord.api.ingest;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.onrecord.api.person.PeopleStore;
import org.onrecord.api.utterance.UtteranceStore;
import org.onrecord.contracts.Analysis;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.api.Eventually.eventually;

/** Kafka may deliver twice, and after a rebalance late: the rows must not tell. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class OrderOfArrivalTest {
    private static final int ORDERS = 12;
    private static final List<String> TABLES = List.of(
            "article",
            "article_url",
            "observation",
            "article_version",
            "analysis",
            "entity",
            "entity_name",
            "quote",
            "quote_name",
            "quote_about",
            "wording");

    private static final UUID ARTICLE = UUID.fromString("6c1dd6c5-2a2a-3a52-8a2e-0c63c0a3f1a1");
    private static final UUID OTHER = UUID.fromString("0a1b2c3d-2a2a-3a52-8a2e-0c63c0a3f1a2");

    /** An edit, the edit taken back, a better reader, the same words seen again, and another article. */
    private static final List<Analysis> EVENTS = List.of(
            Events.first(ARTICLE),
            Events.analysis(ARTICLE, "twelve", at(3600), "test-nlp/1", at(3605)),
            Events.analysis(ARTICLE, "ten", at(7200), "test-nlp/1", at(7205)),
            Events.analysis(ARTICLE, "ten", at(7200), "test-nlp/2", at(9000)),
            Events.analysis(ARTICLE, "ten", at(8000), "test-nlp/1", at(8005)),
            Events.analysis(ARTICLE, "ten", at(7200), "test-nlp/10", at(8500)),
            Events.first(OTHER));

    @Inject
    AnalysisStore store;

    @Inject
    PeopleStore people;

    @Inject
    UtteranceStore utterances;

    @Inject
    DataSource database;

    @Test
    void theRowsAreTheSameInWhateverOrderAndHoweverOftenEventsArrive() throws SQLException {
        Random random = new Random(42);
        List<Map<String, List<String>>> dumps = new ArrayList<>();

        for (int order = 0; order < ORDERS; order++) {
            List<Analysis> events = new ArrayList<>(EVENTS);
            events.addAll(EVENTS.subList(0, order % EVENTS.size()));
            Collections.shuffle(events, random);
            clear();
            events.forEach(store::store);
            eventually().until(this::isSettled);
            dumps.add(dump());
        }

        assertThat(dumps.getFirst().get("quote")).hasSize(5);
        assertThat(dumps).allSatisfy(dump -> assertThat(dump).isEqualTo(dumps.getFirst()));
    }

    @Test
    void theNewestAnalyserIsCurrentThoughAnOlderOneReadTheArticleLater() throws SQLException {
        clear();
        store.store(Events.analysis(ARTICLE, "ten", at(0), "test-nlp/10", at(5)));

        store.store(Events.analysis(ARTICLE, "ten", at(0), "test-nlp/9", at(9000)));

        assertThat(texts("SELECT analyser FROM article JOIN analysis USING (analysis_id)"))
                .containsExactly("test-nlp/10");
    }

    @ParameterizedTest
    @CsvSource({
        "onrecord-extract/9, onrecord-extract/10",
        "onrecord-extract/1.9, onrecord-extract/1.10",
        "other/1, onrecord-extract/2",
        "onrecord-extract, onrecord-extract/0"
    })
    void versionsAreOrderedByTheirNumbers(String older, String newer) throws SQLException {
        assertThat(texts("SELECT version_rank('" + older + "') < version_rank('" + newer + "')"))
                .containsExactly("t");
    }

    private static Instant at(int seconds) {
        return Events.MORNING.plusSeconds(seconds);
    }

    private void clear() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE " + String.join(", ", TABLES)
                    + ", surname_waiting, surname_settled, entity_moved, wording_waiting, archive_erasure, review");
        }
    }

    /** Who the people are, and what the utterances: settled here, or by the service itself meanwhile. */
    private boolean isSettled() throws SQLException {
        people.settle(10);
        utterances.settle(10);
        return texts("SELECT surname FROM surname_waiting UNION ALL SELECT wording_id::text FROM wording_waiting")
                .isEmpty();
    }

    private Map<String, List<String>> dump() throws SQLException {
        Map<String, List<String>> dump = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                // When a row was written is this database's own.
                dump.put(
                        table,
                        texts(
                                statement,
                                "SELECT (to_jsonb(t) - 'stored_at' - 'changed_at')::text FROM " + table
                                        + " t ORDER BY 1"));
            }
        }
        return dump;
    }

    private List<String> texts(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            return texts(statement, sql);
        }
    }

    private static List<String> texts(Statement statement, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }
}
