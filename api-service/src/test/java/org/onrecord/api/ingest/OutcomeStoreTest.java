package org.onrecord.api.ingest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.onrecord.api.StoredNews;
import org.onrecord.chassis.event.Outcomes;
import org.onrecord.contracts.Outcome;
import org.onrecord.contracts.OutcomeReason;
import org.onrecord.contracts.Stage;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
class OutcomeStoreTest {

    private static final UUID REQUEST = StoredNews.id("request");

    @Inject
    DataSource database;

    @Inject
    Jdbi jdbi;

    @Inject
    OutcomeStore store;

    @BeforeEach
    void emptyTables() throws Exception {
        new StoredNews(database);
    }

    @Test
    void ofWhatIsToldTwiceTheFirstCountsInAnyOrder() {
        assertThat(store.store(failed("2026-02-03T10:00:02Z", "later"))).isTrue();
        assertThat(store.store(failed("2026-02-03T10:00:01Z", "b"))).isTrue();
        assertThat(store.store(failed("2026-02-03T10:00:01Z", "a"))).isTrue();
        assertThat(store.store(failed("2026-02-03T10:00:01Z", "a"))).isFalse();
        assertThat(store.store(failed("2026-02-03T10:00:03Z", "later still"))).isFalse();

        assertThat(kept()).containsExactly("2026-02-03T10:00:01Z a");
    }

    @Test
    void theFirstReplacesWhatWasToldInLaterMonths() {
        store.store(failed("2099-02-03T10:00:02Z", "in another partition"));
        store.store(failed("2026-02-03T10:00:02Z", "later"));
        store.store(failed("1987-02-03T10:00:00Z", "first"));

        assertThat(kept()).containsExactly("1987-02-03T10:00:00Z first");
    }

    private static Outcome failed(String at, String detail) {
        return Outcomes.of(
                REQUEST,
                "https://news.example.org/a",
                null,
                null,
                Stage.FETCH,
                OutcomeReason.FAILED,
                detail,
                Instant.parse(at));
    }

    private List<String> kept() {
        return jdbi.withHandle(handle -> handle.select("SELECT * FROM outcome_by_month")
                .map(row -> row.getColumn("at", Instant.class) + " " + row.getColumn("detail", String.class))
                .list());
    }
}
