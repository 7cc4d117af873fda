package org.onrecord.scraper.publish;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.onrecord.chassis.event.EncodedEvent;
import org.onrecord.chassis.event.EventEncoder;
import org.onrecord.scraper.Pages;
import org.onrecord.scraper.article.Origin;
import org.onrecord.scraper.article.Reader;

import static org.assertj.core.api.Assertions.assertThat;

/** What the scraper publishes is what the schemas of the events promise to those who read it. */
class EventContractTest {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final UUID REQUEST = UUID.fromString("0192f0c1-6a5e-4b0f-9d43-5a2f3d1c7e10");
    private static final Instant AT = Instant.parse("2026-11-23T04:00:00Z");

    private final ReadingEncoder encoder = new ReadingEncoder(new EventEncoder(
            new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL),
            "scraper-service"));

    @Test
    void aFetchedPageIsAValidArticleWithValidOutcomes() throws IOException {
        Origin origin = new Origin(
                REQUEST,
                Optional.of("http://news.example/ferry"),
                Optional.of(URI.create("https://www.news.example/ferry")),
                AT);

        EncodedReading reading = encoder.encode(new Reader(new SimpleMeterRegistry(), Duration.ofMinutes(1))
                .readPage(origin, bytes(Pages.FERRY), Optional.empty()));

        assertThat(errors("article.v1", reading.article().orElseThrow())).isEmpty();
        for (EncodedEvent outcome : reading.outcomes()) {
            assertThat(errors("outcome.v1", outcome)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "I", "<html><body><ul><li><a href='/a'>A</a></ul></body></html>"})
    void aSubmissionWithoutUrlAndWithoutArticleHasValidOutcomes(String page) throws IOException {
        Origin origin = new Origin(REQUEST, Optional.empty(), Optional.empty(), AT);

        EncodedReading reading = encoder.encode(new Reader(new SimpleMeterRegistry(), Duration.ofMinutes(1))
                .readPage(origin, bytes(page), Optional.empty()));

        assertThat(reading.outcomes()).isNotEmpty();
        for (EncodedEvent outcome : reading.outcomes()) {
            assertThat(errors("outcome.v1", outcome)).isEmpty();
        }
    }

    private static byte[] bytes(String page) {
        return page.getBytes(StandardCharsets.UTF_8);
    }

    private static List<Error> errors(String schema, EncodedEvent event) throws IOException {
        try (InputStream stream = EventContractTest.class.getResourceAsStream("/schemas/" + schema + ".json")) {
            return SCHEMAS.getSchema(new String(stream.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON)
                    .validate(
                            new String(event.json(), StandardCharsets.UTF_8),
                            InputFormat.JSON,
                            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        }
    }
}
