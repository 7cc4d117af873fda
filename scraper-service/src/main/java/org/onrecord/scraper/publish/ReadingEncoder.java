package org.onrecord.scraper.publish;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.onrecord.chassis.event.EncodedEvent;
import org.onrecord.chassis.event.EventEncoder;
import org.onrecord.chassis.event.Outcomes;
import org.onrecord.contracts.Outcome;
import org.onrecord.contracts.OutcomeReason;
import org.onrecord.contracts.Stage;
import org.onrecord.scraper.article.Reading;

/** The events of a reading; an article that fits in no record becomes the outcome {@code too-long}. Thread-safe. */
@ApplicationScoped
class ReadingEncoder {

    /** What a record's value may have: topics and clients allow 4 MiB, keys and headers included. */
    static final int MAX_VALUE_BYTES = (4 << 20) - (64 << 10);

    private final EventEncoder encoder;

    ReadingEncoder(EventEncoder encoder) {
        this.encoder = encoder;
    }

    EncodedReading encode(Reading reading) {
        Optional<EncodedEvent> article = reading.article().map(encoder::encode);
        if (article.isPresent() && article.get().json().length > MAX_VALUE_BYTES) {
            return encode(tooLong(reading, article.get().json().length));
        }
        return new EncodedReading(
                reading,
                article,
                reading.outcomes().stream().map(encoder::encode).toList());
    }

    private static Reading tooLong(Reading reading, int bytes) {
        Outcome first = reading.outcomes().getFirst();
        String detail =
                "an event of %,d bytes with what was removed; at most %,d travel".formatted(bytes, MAX_VALUE_BYTES);
        return Reading.ended(Outcomes.of(
                first.requestId(), first.url(), null, null, Stage.EXTRACT, OutcomeReason.TOO_LONG, detail, first.at()));
    }
}
