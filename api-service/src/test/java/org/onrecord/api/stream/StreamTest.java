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

    @Test
    void aTransactionThatIsSlowToCommitIsNotPassedOver() throws Exception {
        try (Connection slow = database.getConnection();
                Statement statement = slow.createStatement();
                Listening all = Listening.to(stream)) {
            slow.setAutoCommit(false);
            LogPosition before = log.end();
            // It takes its place in the log before the other, and commits after it.
            statement.execute("INSERT INTO quote_log (quote_id, replay) VALUES (gen_random_uuid(), false)");
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
