package org.onrecord.acceptance;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.restassured.http.ContentType;

import org.onrecord.contracts.Topics;
import org.onrecord.local.Line;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.acceptance.Eventually.eventually;

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

        eventually()
                .untilAsserted(() -> assertThat(topics(line))
                        .containsExactlyInAnyOrder(
                                Topics.FETCH_REQUESTS, Topics.ARTICLES, Topics.ANALYSES, Topics.OUTCOMES));
        eventually()
                .untilAsserted(() -> assertThat(traces.services(TRACE, "api-service", "scraper-service", "nlp-service"))
                        .containsExactlyInAnyOrder("api-service", "scraper-service", "nlp-service"));
    }

    @Test
    void theKeyInTheAddressOfAFeedIsInNoTrace(Line line, TraceCollector traces) {
        String trace = "5cf92f3577b34da6a3ce929d0e0e4737";
        String secret = "onr_" + "Q".repeat(43);
        given().baseUri(line.api().origin().toString())
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .get("/v1/quotes.atom?q=harbour&key=" + secret)
                .then()
                .statusCode(200);

        eventually().until(() -> traces.services(trace, "api-service").size() == 1);
        assertThat(traces.have("/v1/quotes.atom")).isTrue();
        assertThat(traces.have(secret)).isFalse();
    }

    /** The topics with a record of the trace. */
    private static Set<String> topics(Line line) {
        Set<String> topics = new TreeSet<>();
        Map<String, Object> settings = Map.of("bootstrap.servers", line.kafka().bootstrapServers());
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = Stream.of(
                            Topics.FETCH_REQUESTS, Topics.ARTICLES, Topics.ANALYSES, Topics.OUTCOMES)
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    Header header = record.headers().lastHeader("traceparent");
                    // Another test of this line sends headers without a value.
                    if (header != null
                            && header.value() != null
                            && new String(header.value(), StandardCharsets.US_ASCII).contains(TRACE)) {
                        topics.add(record.topic());
                    }
                }
            }
        }
        return topics;
    }
}
