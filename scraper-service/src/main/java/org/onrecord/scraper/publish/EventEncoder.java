package org.onrecord.scraper.publish;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.onrecord.contracts.Article;
import org.onrecord.contracts.Outcome;
import org.onrecord.contracts.OutcomeReason;
import org.onrecord.contracts.Stage;
import org.onrecord.contracts.Topics;
import org.onrecord.scraper.article.Outcomes;
import org.onrecord.scraper.article.Reading;

/** From records to bytes, keys and CloudEvents attributes. Thread-safe. */
@ApplicationScoped
class EventEncoder {

    /** What a record's value may have: topics and clients allow 4 MiB, keys and headers included. */
    static final int MAX_VALUE_BYTES = (4 << 20) - (64 << 10);

    private final ObjectMapper mapper;

    EventEncoder(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    EncodedReading encode(Reading reading) {
        Optional<EncodedEvent> article = reading.article().map(this::encode);
        if (article.isPresent() && article.get().json().length > MAX_VALUE_BYTES) {
            return encode(tooLong(reading, article.get().json().length));
        }
        return new EncodedReading(
                reading, article, reading.outcomes().stream().map(this::encode).toList());
    }

    private static Reading tooLong(Reading reading, int bytes) {
        Outcome first = reading.outcomes().getFirst();
        String detail =
                "an event of %,d bytes with what was removed; at most %,d travel".formatted(bytes, MAX_VALUE_BYTES);
        return Reading.ended(Outcomes.of(
                first.requestId(),
                Optional.ofNullable(first.url()),
                Stage.EXTRACT,
                OutcomeReason.TOO_LONG,
                detail,
                first.at()));
    }

    private EncodedEvent encode(Article article) {
        String id = article.requestId() + "/" + article.articleId() + "/" + article.version();
        return new EncodedEvent(
                article.articleId().toString(), id, Topics.ARTICLE_TYPE, article.fetchedAt(), json(article));
    }

    private EncodedEvent encode(Outcome outcome) {
        String key = outcome.url() == null ? outcome.requestId().toString() : outcome.url();
        return new EncodedEvent(key, outcome.outcomeId().toString(), Topics.OUTCOME_TYPE, outcome.at(), json(outcome));
    }

    private byte[] json(Object event) {
        try {
            return mapper.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("events are plain records", e);
        }
    }
}
