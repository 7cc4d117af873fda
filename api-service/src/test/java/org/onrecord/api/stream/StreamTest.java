package org.onrecord.api.stream;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
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
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import org.onrecord.api.ingest.Events;
import org.onrecord.contracts.Analysis;
import org.onrecord.contracts.Stance;
import org.onrecord.contracts.Topics;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.onrecord.api.Eventually.eventually;

/** Events through a real broker into a real database and down real sockets. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
class StreamTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @TestHTTPResource("/v1/stream")
    URI stream;

    @Inject
    ObjectMapper json;

    @Inject
    DataSource database;

    @Inject
    QuoteLogReader log;

    @Inject
    LogDays days;

    @Inject
    Jdbi jdbi;

    @Test
    void aNewQuoteIsToldOfOnceToThoseWhoAskForIt() throws Exception {
        try (Listening all = Listening.to(stream);
                Listening speakers = Listening.to(URI.create(stream + "?speaker=Valdor&about=Ellery"));
                Listening others = Listening.to(URI.create(stream + "?q=twelve"))) {
            Analysis analysis = Events.first(UUID.randomUUID());
            send(analysis);
            send(analysis);
            Instant morning = analysis.article().fetchedAt();
            Analysis last = Events.analysis(UUID.randomUUID(), "twelve", morning, "test-nlp/1", morning);
            send(last);
            UUID lastQuote = last.quotes().getFirst().quoteId();

            eventually().until(() -> ids(all).contains(lastQuote.toString()));
            eventually().until(() -> ids(speakers).contains(lastQuote.toString()));
            String quote = analysis.quotes().getFirst().quoteId().toString();
            assertThat(ids(all)).containsOnlyOnce(quote);
            assertThat(ids(speakers)).containsOnlyOnce(quote);
            eventually().until(() -> ids(others).contains(lastQuote.toString()));
            assertThat(ids(others)).doesNotContain(quote);
            JsonNode event = json.readTree(speakers.events().getFirst().data());
            assertThat(event.path("speaker").path("name").asText()).isEqualTo("Ines Valdor");
            assertThat(event.path("article").path("url").asText()).startsWith("https://courier.example/");
        }
    }

    @Test
    void whoComesBackMissesNothing() throws Exception {
        List<String> stored = new ArrayList<>();
        String seen;
        try (Listening first = Listening.to(stream)) {
            stored.add(store());
            eventually().until(() -> ids(first).contains(stored.getFirst()));
            seen = first.events().getLast().id();
        }
        stored.add(store());
        stored.add(store());

        try (Listening again = Listening.to(stream, "Last-Event-ID", seen)) {
            eventually().until(() -> ids(again).containsAll(stored.subList(1, 3)));
            assertThat(ids(again)).doesNotContain(stored.getFirst());
        }
        try (Listening byParameter = Listening.to(URI.create(stream + "?after=" + seen))) {
            eventually().until(() -> ids(byParameter).containsAll(stored.subList(1, 3)));
        }
    }

    /** The same filters in memory and in SQL. */
    @Test
    void aStreamTellsWhatTheListAnswers() throws Exception {
        Instant now = Instant.now();
        String today = now.toString().substring(0, 10);
        List<String> filters = List.of(
                "stance=said,asked,denied,unsaid",
                "",
                "stance=said",
                "stance=denied,said",
                "stance=unsaid&speaker=valdor",
                "speaker=valdor",
                "speaker=INES%20VALDOR",
                "speaker=nobody",
                "about=the%20Ellery",
                "about=valdor",
                "speaker=valdor&about=ellery",
                "speaker=ellery&about=valdor",
                "q=weeks",
                "q=week%20-ten",
                "q=%22ten%20weeks%22",
                "q=the",
                "q=eleven%20or%20ten",
                "speaker=valdor&q=clearing",
                "kind=direct",
                "kind=indirect",
                "site=%20Courier.Example",
                "site=courier",
                "minConfidence=0.9",
                "minConfidence=0.91",
                "from=" + today,
                "to=" + today,
                "from=2999-01-01",
                "to=1999-01-01",
                "from=" + today
                        + "&speaker=valdor&about=ellery&q=clear&kind=direct&site=courier.example&minConfidence=0");
        List<Listening> streams = new ArrayList<>();
        try {
            for (String filter : filters) {
                streams.add(Listening.to(URI.create(stream + "?" + filter)));
            }
            UUID last = null;
            for (Stance stance : List.of(Stance.SAID, Stance.UNSAID, Stance.DENIED, Stance.SAID)) {
                String weeks = stance == Stance.DENIED ? "eleven" : "ten";
                Analysis analysis = Events.analysis(UUID.randomUUID(), weeks, now, "test-nlp/1", now);
                send(Events.withStance(analysis, stance));
                last = analysis.quotes().getFirst().quoteId();
            }
            String told = last.toString();
            eventually().until(() -> ids(streams.getFirst()).contains(told));

            for (int i = 0; i < filters.size(); i++) {
                Listening listening = streams.get(i);
                List<String> all = ids(streams.getFirst());
                List<String> listed = given()
                        .urlEncodingEnabled(false)
                        .get("/v1/quotes?limit=100&" + filters.get(i))
                        .jsonPath()
                        .getList("items.id", String.class)
                        .stream()
                        .filter(all::contains)
                        .toList();
                eventually().untilAsserted(() -> assertThat(ids(listening)).containsAll(listed));
                assertThat(ids(listening)).as(filters.get(i)).containsExactlyInAnyOrderElementsOf(listed);
            }
        } finally {
            for (Listening listening : streams) {
                listening.close();
            }
        }
    }

    @Test
    void whatCannotBeLookedForIsRefusedAndDisturbsNobody() throws Exception {
        try (Listening all = Listening.to(stream)) {
            for (String hostile : List.of("q=a%00b", "speaker=a%00b", "site=a%00b", "q=" + "%22a%22%20".repeat(120))) {
                assertThat(given().urlEncodingEnabled(false)
                                .head("/v1/stream?" + hostile)
                                .statusCode())
                        .isLessThan(500);
                try (Listening one = Listening.to(URI.create(stream + "?" + hostile))) {
                    assertThat(one.events()).isEmpty();
                } catch (IOException refused) {
                    assertThat(refused).hasMessage("status 400");
                }
            }

            String quote = store();

            eventually().until(() -> ids(all).contains(quote));
        }
    }

    @Test
    void whoComesBackFromLongAgoIsToldWithTheOthersWhenAtTheEnd() throws Exception {
        String first = store();
        String seen;
        try (Listening listening = Listening.to(URI.create(stream + "?after=" + LogPosition.START))) {
            eventually().until(() -> ids(listening).contains(first));
            seen = listening.events().getFirst().id();
        }
        List<Listening> behind = new ArrayList<>();
        try (Listening current = Listening.to(stream)) {
            for (int i = 0; i < 20; i++) {
                behind.add(Listening.to(URI.create(stream + "?after=" + (i % 2 == 0 ? LogPosition.START : seen))));
            }
            String news = store();

            eventually().until(() -> ids(current).contains(news));
            for (Listening one : behind) {
                eventually().until(() -> ids(one).contains(news));
                assertThat(ids(one)).doesNotHaveDuplicates();
            }
        } finally {
            for (Listening one : behind) {
                one.close();
            }
        }
    }

    @Test
    void aTransactionThatIsSlowToCommitIsNotPassedOver() throws Exception {
        try (Connection slow = database.getConnection();
                Statement statement = slow.createStatement();
                Listening all = Listening.to(stream)) {
            slow.setAutoCommit(false);
            LogPosition before = log.end();
            // It takes its place in the log before the other, and commits after it.
            statement.execute("INSERT INTO quote_log_by_day (quote_id, replay) VALUES (gen_random_uuid(), false)");
            String quote = store();

            assertThat(log.after(before, Integer.MAX_VALUE))
                    .extracting(QuoteLogReader.Line::quoteId)
                    .doesNotContain(UUID.fromString(quote));
            assertThat(ids(all)).doesNotContain(quote);
            slow.rollback();
            eventually().until(() -> ids(all).contains(quote));
        }
    }

    @Test
    void anArticleThatWasFetchedLongAgoIsMarked() throws Exception {
        try (Listening all = Listening.to(stream)) {
            String old = store();
            Instant now = Instant.now();
            Analysis fresh = Events.analysis(UUID.randomUUID(), "two", now, "test-nlp/1", now);
            send(fresh);
            String young = fresh.quotes().getFirst().quoteId().toString();

            eventually().until(() -> ids(all).containsAll(List.of(old, young)));
            assertThat(event(all, old).path("replay").asBoolean()).isTrue();
            assertThat(event(all, young).path("replay").asBoolean()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "after=x, 400, after must be the id of an event",
        "limit=1, 400, limit is not a parameter",
        "kind=shouted, 400, kind must be",
        "after=999999999999-1, 410, listen again without Last-Event-ID"
    })
    void whatCannotBeListenedToIsAProblem(String query, int status, String detail) {
        given().get("/v1/stream?" + query)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", containsString(detail));
    }

    @Test
    void whoComesBackAfterTheLogWasForgottenIsToldSo() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE quote_log_floor SET xid = '2', no = 0");
            try {
                given().get("/v1/stream?after=1-1")
                        .then()
                        .statusCode(410)
                        .body("type", equalTo("https://onrecord.org/problems/forgotten"));
            } finally {
                statement.execute("UPDATE quote_log_floor SET xid = '0', no = 0");
            }
        }
    }

    @Test
    void whatIsForgottenIsRemembered() {
        jdbi.useTransaction(handle -> {
            handle.execute("""
                    INSERT INTO quote_log_by_day (quote_id, xid, no, replay, logged_at) VALUES
                    (gen_random_uuid(), '3', 7, false, '1987-01-01'), (gen_random_uuid(), '3', 8, false, '1987-01-01'),
                    (gen_random_uuid(), '2', 9, false, '1987-01-02'), (gen_random_uuid(), '4', 1, false, '1987-01-09')""");

            days.forgetting(handle, "quote_log", Instant.parse("1987-01-03T00:00:00Z"));
            days.forgetting(handle, "quote_log", Instant.parse("1986-01-03T00:00:00Z"));

            assertThat(handle.select("SELECT xid || '-' || no FROM quote_log_floor")
                            .mapTo(String.class)
                            .one())
                    .isEqualTo("3-8");
            handle.rollback();
        });
    }

    private String store() throws Exception {
        Analysis analysis = Events.first(UUID.randomUUID());
        send(analysis);
        String id = analysis.quotes().getFirst().quoteId().toString();
        eventually().until(() -> given().get("/v1/quotes/" + id).statusCode() == 200);
        return id;
    }

    private void send(Analysis analysis) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.ANALYSES, "key", json.writeValueAsBytes(analysis)))
                    .get();
        }
    }

    private List<String> ids(Listening listening) throws IOException {
        List<String> ids = new ArrayList<>();
        for (Listening.Event event : listening.events()) {
            ids.add(json.readTree(event.data()).path("id").asText());
        }
        return ids;
    }

    private JsonNode event(Listening listening, String id) throws IOException {
        for (Listening.Event event : listening.events()) {
            JsonNode quote = json.readTree(event.data());
            if (quote.path("id").asText().equals(id)) {
                return quote;
            }
        }
        throw new AssertionError(id);
    }
}
