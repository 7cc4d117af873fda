package org.onrecord.scraper.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import org.onrecord.chassis.event.EncodedEvent;
import org.onrecord.chassis.event.EventEncoder;
import org.onrecord.contracts.Article;
import org.onrecord.contracts.Outcome;
import org.onrecord.contracts.OutcomeReason;
import org.onrecord.contracts.RemovalReason;
import org.onrecord.contracts.RemovedBlock;
import org.onrecord.contracts.Stage;
import org.onrecord.contracts.Topics;
import org.onrecord.scraper.article.Reading;
import org.onrecord.scraper.article.ScraperOutcomes;

import static org.assertj.core.api.Assertions.assertThat;

class ReadingEncoderTest {

    private static final UUID REQUEST = UUID.fromString("0192f0c1-6a5e-4b0f-9d43-5a2f3d1c7e10");
    private static final String URL = "https://news.example/a";
    private static final Instant AT = Instant.parse("2026-11-23T04:00:00Z");

    private final ObjectMapper mapper = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
    private final ReadingEncoder encoder = new ReadingEncoder(new EventEncoder(mapper, "scraper-service"));

    @Test
    void anOutcomeTravelsUnderItsUrl() throws IOException {
        Outcome outcome = ScraperOutcomes.of(
                REQUEST, Optional.of(URL), Stage.FETCH, OutcomeReason.TIMED_OUT, "while waiting: connect", AT);

        EncodedEvent event = encoder.encode(Reading.ended(outcome)).outcomes().getFirst();

        assertThat(event.key()).isEqualTo(URL);
        assertThat(event.id()).isEqualTo(outcome.outcomeId().toString());
        assertThat(event.type()).isEqualTo(Topics.OUTCOME_TYPE);
        JsonNode json = mapper.readTree(event.json());
        assertThat(json.path("reason").asText()).isEqualTo("timed-out");
        assertThat(json.path("at").asText()).isEqualTo("2026-11-23T04:00:00Z");
        assertThat(json.has("articleId")).isFalse();
    }

    @Test
    void anOutcomeWithoutUrlTravelsUnderItsRequest() {
        Outcome outcome = ScraperOutcomes.of(
                REQUEST, Optional.empty(), Stage.EXTRACT, OutcomeReason.NOT_AN_ARTICLE, "nothing in it", AT);

        assertThat(encoder.encode(Reading.ended(outcome)).outcomes().getFirst().key())
                .isEqualTo(REQUEST.toString());
    }

    @Test
    void anArticleThatFitsInNoRecordIsTooLong() {
        RemovedBlock removed = new RemovedBlock(RemovalReason.COMMENTS, "words ".repeat(300), null);
        Article article = article(Collections.nCopies(3000, removed));
        Outcome extracted = ScraperOutcomes.of(
                REQUEST, Optional.of(URL), Stage.EXTRACT, OutcomeReason.EXTRACTED, "18 characters in 0 blocks", AT);

        EncodedReading encoded = encoder.encode(new Reading(Optional.of(article), List.of(extracted)));

        assertThat(encoded.article()).isEmpty();
        assertThat(encoded.reading().last().reason()).isEqualTo(OutcomeReason.TOO_LONG);
        assertThat(encoded.reading().last().stage()).isEqualTo(Stage.EXTRACT);
    }

    @Test
    void anArticleTravelsUnderItsIdItsVersionAndItsRequest() {
        Article article = article(List.of());
        Outcome outcome = ScraperOutcomes.of(
                REQUEST, Optional.of(URL), Stage.EXTRACT, OutcomeReason.EXTRACTED, "18 characters in 0 blocks", AT);

        EncodedEvent event = encoder.encode(new Reading(Optional.of(article), List.of(outcome)))
                .article()
                .orElseThrow();

        assertThat(event.key()).isEqualTo(article.articleId() + "/" + "0".repeat(32) + "/" + REQUEST);
        assertThat(event.type()).isEqualTo(Topics.ARTICLE_TYPE);
        assertThat(new String(event.json(), StandardCharsets.UTF_8)).contains("\"fetchedAt\":\"2026-11-23T04:00:00Z\"");
    }

    private static Article article(List<RemovedBlock> removed) {
        UUID id = UUID.nameUUIDFromBytes(URL.getBytes(StandardCharsets.UTF_8));
        return new Article(
                id,
                "0".repeat(32),
                REQUEST,
                URL,
                URL,
                URL,
                "news.example",
                null,
                "Ferry stays",
                List.of(),
                null,
                null,
                null,
                "en",
                null,
                "The ferry stays.",
                List.of(),
                removed,
                Map.of(),
                AT,
                "onrecord-extract/1",
                null);
    }
}
