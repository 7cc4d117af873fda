package org.onrecord.acceptance;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.restassured.http.ContentType;

import org.onrecord.contracts.Topics;
import org.onrecord.local.Line;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One trace leads from whoever asked for a page to the stored quote, over every topic and the time in the frontier. */
@ExtendWith(RunningLine.class)
class TraceTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    /** The number of a story that no other test reads. */
    private static final int TRACED = 630;

    @Test
    void aPageIsFollowedThroughTheWholeLine(Line line, Press press, TraceCollector traces) {
        String status = given().baseUri(line.api().origin().toString())
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .contentType(ContentType.JSON)
                .body(Map.of("url", press.story(TRACED)))
                .post("/v1/articles")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        assertThat(RunningLine.awaitEnd(line, status).getString("status")).isEqualTo("stored");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(topics(line))
                        .containsExactlyInAnyOrder(
                                Topics.FETCH_REQUESTS, Topics.ARTICLES, Topics.ANALYSES, Topics.OUTCOMES));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(traces.services(TRACE, "api-service", "scraper-service", "nlp-service"))
                        .containsExactlyInAnyOrder("api-service", "scraper-service", "nlp-service"));
    }

    /** The topics with a record of the trace. */
    private static Set<String> topics(Line line) {
        Set<String> topics = new TreeSet<>();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                line.kafka().bootstrapServers(),
                "group.id",
                "trace-test-" + System.nanoTime(),
                "auto.offset.reset",
                "earliest");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.FETCH_REQUESTS, Topics.ARTICLES, Topics.ANALYSES, Topics.OUTCOMES));
            long end = System.nanoTime() + Duration.ofSeconds(8).toNanos();
            while (System.nanoTime() < end && topics.size() < 4) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    Header header = record.headers().lastHeader("traceparent");
                    if (header != null && new String(header.value(), StandardCharsets.US_ASCII).contains(TRACE)) {
                        topics.add(record.topic());
                    }
                }
            }
        }
        return topics;
    }
}
