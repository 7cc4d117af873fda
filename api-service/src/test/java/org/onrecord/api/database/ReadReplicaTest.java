package org.onrecord.api.database;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;

import org.onrecord.api.StoredNews;
import org.onrecord.database.DataAccess;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.ReplicatedTestResource;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.onrecord.api.Eventually.eventually;

/** A standby that follows the primary answers questions, and nobody is told by it what is not so any more. */
@QuarkusTest
@TestProfile(ReadReplicaTest.TwoServers.class)
class ReadReplicaTest {

    /** Of which the second may be late by any time: what it lacks shows that, and no machine is too slow to tell. */
    public static final class TwoServers implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("onrecord.database.read.lag", "30M");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(ReplicatedTestResource.class),
                    new TestResourceEntry(KafkaTestResource.class));
        }

        /** The other tests' database is not this one. */
        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @Inject
    DataSource database;

    @Inject
    Jdbi jdbi;

    @Inject
    Optional<Standby> service;

    @Inject
    RequestChoice choice;

    ReplicatedTestResource servers;

    private StoredNews news;

    @BeforeEach
    void oneArticle() throws SQLException {
        news = new StoredNews(database);
        news.store("/first", "2026-02-01T08:00:00Z", "Ines Valdor", "We shall dredge it", "the harbour");
        awaitStandby();
    }

    @AfterEach
    void goOn() throws SQLException {
        servers.resumeReplay();
    }

    @Test
    void questionsGoToTheStandbyAndIdsAreFoundWhereverTheyAre() throws SQLException {
        servers.pauseReplay();

        UUID second = second();

        assertThat(articles()).containsExactly("/first");
        assertThat(texts("/v1/quotes")).hasSize(1);
        assertThat(exported()).hasSize(1);
        get("/v1/articles/" + second).then().statusCode(200).body("url", endsWith("/second"));
        String quote = get("/v1/articles/" + second).then().extract().path("quotes[0].id");
        get("/v1/quotes/" + quote).then().statusCode(200);
        // Whoever keeps a copy must miss nothing, and asks the primary.
        assertThat(texts("/v1/quotes?changedSince=2026-01-01")).hasSize(2);
        assertThat(get("/v1/exports/quotes?changedSince=2026-01-01").asString().lines())
                .hasSize(2);

        servers.resumeReplay();
        eventually().untilAsserted(() -> assertThat(articles()).containsExactly("/second", "/first"));
    }

    @Test
    void whatIsTakenDownIsNeverAnsweredFromAStandbyThatHasItStill() throws SQLException {
        UUID second = second();
        awaitStandby();
        servers.pauseReplay();
        assertThat(articles()).containsExactly("/second", "/first");

        // The scraper is away in this test.
        given().delete("/v1/articles/" + second)
                .then()
                .statusCode(503)
                .body("detail", containsString("is gone from the answers"));

        assertThat(articles()).containsExactly("/first");
        assertThat(texts("/v1/quotes")).hasSize(1);
        assertThat(exported()).hasSize(1);
        get("/v1/articles/" + second).then().statusCode(410);

        servers.resumeReplay();
        awaitStandby();
        assertThat(articles()).containsExactly("/first");
    }

    @Test
    void whatAnotherInstanceTookDownIsNotAnsweredEither() throws SQLException {
        UUID second = second();
        awaitStandby();
        servers.pauseReplay();
        assertThat(articles()).containsExactly("/second", "/first");

        jdbi.useTransaction(handle -> {
            handle.execute("DELETE FROM analysis WHERE article_id = ?", second);
            handle.execute(
                    "UPDATE article SET analysis_id = NULL, version = NULL, taken_down_at = now() WHERE article_id = ?",
                    second);
        });

        assertThat(texts("/v1/quotes")).hasSize(1);
        get("/v1/articles/" + second).then().statusCode(410);
    }

    @Test
    void whatIsSetRightIsSeenAtOnce() throws SQLException {
        String quote = get("/v1/quotes").then().extract().path("items[0].id");
        servers.pauseReplay();
        get("/v1/quotes/" + quote).then().statusCode(200);

        given().contentType("application/json")
                .body("{\"decision\": \"rejected\"}")
                .put("/v1/quotes/" + quote + "/review")
                .then()
                .statusCode(200);

        assertThat(texts("/v1/quotes")).isEmpty();
        get("/v1/quotes/" + quote).then().body("review.decision", equalTo("rejected"));
    }

    @Test
    void whileTheStandbyIsAwayThePrimaryAnswers() throws IOException, SQLException {
        servers.stopStandby();
        try {
            UUID second = second();
            assertThat(articles()).containsExactly("/second", "/first");
            get("/v1/articles/" + second).then().statusCode(200);
            eventually().untilAsserted(() -> health().body(containsString("not asked, the primary answers")));
            assertThat(articles()).containsExactly("/second", "/first");
        } finally {
            servers.startStandby();
        }

        awaitStandby();
        health().body(containsString(service.orElseThrow().address() + ": up"));
        servers.pauseReplay();
        news.store("/third", "2026-02-03T08:00:00Z", "Ines Valdor", "It is done", "the harbour");
        eventually().untilAsserted(() -> assertThat(articles()).containsExactly("/second", "/first"));
    }

    @Test
    void aStandbyThatIsTooLateIsNotAsked() throws SQLException {
        Standby standby = new Standby(jdbi, source(servers.standbyUrl()), "standby", Duration.ofSeconds(1), choice);
        eventually().untilAsserted(() -> {
            standby.look();
            assertThat(standby.mayAnswer()).isTrue();
        });
        servers.pauseReplay();

        second();

        eventually().untilAsserted(() -> {
            standby.look();
            assertThat(standby.fault()).hasValue("it is more than 1.0 s late");
        });
        assertThat(standby.mayAnswer()).isFalse();
        servers.resumeReplay();
        eventually().untilAsserted(() -> {
            standby.look();
            assertThat(standby.mayAnswer()).isTrue();
        });
    }

    @Test
    void aServerThatIsNoStandbyIsNotAsked() throws SQLException {
        String primary =
                jdbi.withHandle(handle -> handle.getConnection().getMetaData().getURL());

        Standby standby = new Standby(jdbi, source(primary), "primary", Duration.ofHours(1), choice);
        standby.look();

        assertThat(standby.fault()).hasValue("it is no standby that follows another server");
        assertThat(standby.mayAnswer()).isFalse();
    }

    private UUID second() throws SQLException {
        return news.store("/second", "2026-02-02T08:00:00Z", "Ines Valdor", "Ten weeks will do", "the harbour");
    }

    private static PGSimpleDataSource source(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser("postgres");
        source.setPassword("postgres");
        return source;
    }

    /** Until the standby has all that is there now, and is asked. */
    private void awaitStandby() {
        long now = Mark.of(jdbi).at();
        Jdbi standby = DataAccess.over(source(servers.standbyUrl()));
        eventually().untilAsserted(() -> {
            long read = standby.withHandle(
                    handle -> handle.select("SELECT pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')::bigint")
                            .mapTo(Long.class)
                            .one());
            assertThat(read).isGreaterThanOrEqualTo(now);
            assertThat(service.orElseThrow().mayAnswer()).isTrue();
        });
    }

    private static ValidatableResponse health() {
        return get("/q/health/ready").then().statusCode(200);
    }

    private static List<String> articles() {
        List<String> urls = get("/v1/articles").then().statusCode(200).extract().path("items.url");
        return urls.stream().map(url -> url.substring(url.lastIndexOf('/'))).toList();
    }

    private static List<String> texts(String question) {
        return get(question).then().statusCode(200).extract().path("items.text");
    }

    private static List<String> exported() {
        return new ArrayList<>(get("/v1/exports/quotes").asString().lines().toList());
    }
}
