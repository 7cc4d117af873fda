package org.onrecord.scraper.article;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.onrecord.contracts.Article;
import org.onrecord.contracts.Outcome;
import org.onrecord.contracts.OutcomeReason;
import org.onrecord.contracts.Stage;
import org.onrecord.scraper.extract.ExtractedArticle;
import org.onrecord.scraper.extract.Extraction;
import org.onrecord.scraper.extract.Extractor;
import org.onrecord.scraper.extract.NotAnArticle;
import org.onrecord.scraper.extract.TooLong;
import org.onrecord.scraper.extract.Unreadable;

/** Reads the article out of what was fetched or handed in, and accounts for it. Thread-safe. */
@ApplicationScoped
public class Reader {

    private final Extractor extractor = new Extractor();
    private final ExtractionSlots slots = new ExtractionSlots();
    private final MeterRegistry meters;

    public Reader(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * @param page the bytes of an HTML page, or of a plain text
     * @param contentType as its server said
     */
    public Reading readPage(Origin origin, byte[] page, Optional<String> contentType) {
        Extraction extraction =
                slots.during(page.length, () -> timed(() -> extractor.extract(page, contentType, origin.url())));
        return reading(origin, extraction);
    }

    /**
     * @param title the headline, if it was handed in apart from the text
     * @param text words without markup, as somebody pasted them
     */
    public Reading readText(Origin origin, Optional<String> title, String text) {
        Extraction extraction =
                slots.during(text.length(), () -> timed(() -> extractor.extractText(text, origin.url(), title)));
        return reading(origin, extraction);
    }

    /**
     * Reads something else that was fetched, within the same bound of what is read at a time.
     *
     * @param length bytes of what is read
     */
    public <T> T during(int length, Supplier<T> reading) {
        return slots.during(length, reading);
    }

    private Extraction timed(Supplier<Extraction> work) {
        Timer.Sample sample = Timer.start(meters);
        Extraction extraction = work.get();
        String outcome = switch (extraction) {
            case ExtractedArticle read -> "extracted";
            case NotAnArticle none -> "not-an-article";
            case TooLong tooLong -> "too-long";
            case Unreadable unreadable -> "unreadable";
        };
        sample.stop(meters.timer("onrecord.extraction", "outcome", outcome));
        return extraction;
    }

    static Reading reading(Origin origin, Extraction extraction) {
        Outcome received = ScraperOutcomes.of(
                origin.requestId(),
                origin.requestedUrl(),
                Stage.FETCH,
                OutcomeReason.FETCHED,
                origin.url().map(url -> "from " + url).orElse("handed in"),
                origin.receivedAt());
        return switch (extraction) {
            case ExtractedArticle read -> extracted(origin, received, read);
            case NotAnArticle none -> without(origin, received, OutcomeReason.NOT_AN_ARTICLE, describe(none));
            case TooLong tooLong -> without(origin, received, OutcomeReason.TOO_LONG, describe(tooLong));
            case Unreadable unreadable -> without(origin, received, reason(unreadable), describe(unreadable));
        };
    }

    private static Reading extracted(Origin origin, Outcome received, ExtractedArticle read) {
        int length = read.text().length();
        if (length > Article.MAX_TEXT_LENGTH) {
            TooLong tooLong = new TooLong(length, Article.MAX_TEXT_LENGTH);
            return without(origin, received, OutcomeReason.TOO_LONG, describe(tooLong));
        }
        Article article = Articles.of(origin, read);
        return new Reading(Optional.of(article), List.of(received, ScraperOutcomes.extracted(article)));
    }

    private static Reading without(Origin origin, Outcome received, OutcomeReason reason, String detail) {
        Instant at = origin.receivedAt();
        Outcome outcome =
                ScraperOutcomes.of(origin.requestId(), origin.requestedUrl(), Stage.EXTRACT, reason, detail, at);
        return new Reading(Optional.empty(), List.of(received, outcome));
    }

    private static OutcomeReason reason(Unreadable unreadable) {
        return switch (unreadable.cause()) {
            case EMPTY -> OutcomeReason.NOT_AN_ARTICLE;
            case BINARY, CONTENT_TYPE -> OutcomeReason.UNSUPPORTED_CONTENT;
        };
    }

    private static String describe(NotAnArticle none) {
        String cause = switch (none.cause()) {
            case NO_TEXT -> "no running text";
            case LISTING -> "a list of other pages";
            case GALLERY -> "pictures and captions only";
            case ERROR_PAGE -> "the server's error page";
            case WALL -> "a consent wall or a check for robots";
        };
        return none.detail().isBlank() ? cause : cause + ": " + none.detail();
    }

    private static String describe(TooLong tooLong) {
        return "%,d characters, at most %,d are read".formatted(tooLong.length(), tooLong.limit());
    }

    private static String describe(Unreadable unreadable) {
        return switch (unreadable.cause()) {
            case EMPTY -> "nothing in it";
            case BINARY -> "binary data";
            case CONTENT_TYPE -> "neither HTML nor plain text";
        };
    }
}
