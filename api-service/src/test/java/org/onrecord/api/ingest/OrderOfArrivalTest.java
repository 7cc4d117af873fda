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

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.onrecord.contracts.Analysis;
import org.onrecord.local.KafkaTestResource;
import org.onrecord.local.PostgresTestResource;

import static org.assertj.core.api.Assertions.assertThat;

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
            "mention",
            "quote",
            "quote_speaker",
            "quote_about");

    private static final UUID ARTICLE = UUID.fromString("6c1dd6c5-2a2a-3a52-8a2e-0c63c0a3f1a1");
    private static final UUID OTHER = UUID.fromString("0a1b2c3d-2a2a-3a52-8a2e-0c63c0a3f1a2");

    /** An edit, the edit taken back, a better reader, the same words seen again, and another article. */
    private static final List<Analysis> EVENTS = List.of(
            Events.first(ARTICLE),
            Events.analysis(ARTICLE, "twelve", at(3600), "test-nlp/1", at(3605)),
            Events.analysis(ARTICLE, "ten", at(7200), "test-nlp/1", at(7205)),
            Events.analysis(ARTICLE, "ten", at(7200), "test-nlp/2", at(9000)),
            Events.analysis(ARTICLE, "ten", at(8000), "test-nlp/1", at(8005)),
            Events.first(OTHER));

    @Inject
    AnalysisStore store;

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
            dumps.add(dump());
        }

        assertThat(dumps.getFirst().get("quote")).hasSize(4);
        assertThat(dumps).allSatisfy(dump -> assertThat(dump).isEqualTo(dumps.getFirst()));
    }

    private static Instant at(int seconds) {
        return Events.MORNING.plusSeconds(seconds);
    }

    private void clear() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE " + String.join(", ", TABLES));
        }
    }

    private Map<String, List<String>> dump() throws SQLException {
        Map<String, List<String>> dump = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                List<String> rows = new ArrayList<>();
                try (ResultSet row = statement.executeQuery("SELECT t::text FROM " + table + " t ORDER BY 1")) {
                    while (row.next()) {
                        rows.add(row.getString(1));
                    }
                }
                dump.put(table, rows);
            }
        }
        return dump;
    }
}
