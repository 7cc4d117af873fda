package org.onrecord.scraper.article;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.micrometer.core.instrument.Gauge;
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
import org.onrecord.scraper.extract.OutOfTime;
import org.onrecord.scraper.extract.TooLong;
import org.onrecord.scraper.extract.TooManyNodes;
import org.onrecord.scraper.extract.Unreadable;
import org.onrecord.scraper.extract.limit.TimeLimit;
import org.onrecord.scraper.extract.page.PageReader;
import org.onrecord.scraper.identity.Site;

/** Reads the article out of what was fetched or handed in, and accounts for it. Thread-safe. */
@ApplicationScoped
public class Reader {

    /** A page waits for a processor here rather than half read; one domain's pages, with a third, can use all processors. */
    private static final int PLACES = Math.max(6, 3 * Runtime.getRuntime().availableProcessors());

    /** Units that may be under extraction at once, one per started KiB and one for {@link #NODES_OF_UNIT}. */
    private static final int UNITS = 6 << 10;

    /** The largest tree takes half of the units. */
    private static final int NODES_OF_UNIT = PageReader.MAX_NODES / (UNITS / 2);

    /** Nodes that a page has for each bracket, unless it is a strange one. */
    private static final int NODES_OF_BRACKET = 4;

    private static final int NODES_OF_ANY_PAGE = 20_000;

    /** Whose pages were handed in, wherever they say that they are from: that is only the client's word. */
    private static final String HANDED_IN = "handed in";

    /** Twice of it, and what is read in between, is less than the API service waits for an answer. */
    private static final Duration PATIENCE_OF_CLIENTS = Duration.ofSeconds(10);

    private final Extractor extractor = new Extractor();
    private final ExtractionSlots slots = new ExtractionSlots(PLACES, UNITS);
    private final TimeLimit time;
    private final MeterRegistry meters;

    @Inject
    Reader(MeterRegistry meters, ExtractionSettings settings) {
        this(meters, settings.time());
    }

    /** @param time processor time that one page may take */
    public Reader(MeterRegistry meters, Duration time) {
        this.meters = meters;
        this.time = new TimeLimit(time);
        Gauge.builder("onrecord.extraction.abandoned", this.time, TimeLimit::abandoned)
                .description("extractions whose time is over and that go on all the same")
                .register(meters);
    }

    /** Extractions whose time is over and that go on all the same; their threads and slots are lost. */
    int abandoned() {
        return time.abandoned();
    }

    /**
     * @param page the bytes of an HTML page, or of a plain text
     * @param contentType as its server said
     * @throws ReaderBusyException if it was handed in and too much else that was, too
     */
    public Reading readPage(Origin origin, byte[] page, Optional<String> contentType) {
        return readPage(origin, page, contentType, Told.NOTHING);
    }

    /** The same of a page of which more is told. */
    public Reading readPage(Origin origin, byte[] page, Optional<String> contentType, Told told) {
        return reading(origin, extract(domain(origin), page, contentType, origin.url()), told);
    }

    /**
     * @param told with the headline, if it was handed in apart from the text
     * @param text words without markup, as somebody pasted them
     * @throws ReaderBusyException if too much else was handed in, too
     */
    public Reading readText(Origin origin, Told told, String text) {
        return reading(origin, tryText(origin.url(), told.title(), text), told);
    }

    /** {@link #readPage} of a page that was handed in, for one who asks only what would be read. */
    public Extraction tryPage(byte[] page, Optional<String> contentType, Optional<URI> url) {
        return extract(HANDED_IN, page, contentType, url);
    }

    /** {@link #readText}, for one who asks only what would be read. */
    public Extraction tryText(Optional<URI> url, Optional<String> title, String text) {
        int paragraphs = text.length() / 64;
        return during(HANDED_IN, units(text.length(), paragraphs), () -> extractor.extractText(text, url, title));
    }

    /** A page that turns out to be larger than it looks waits again, for as much as the largest takes. */
    private Extraction extract(String domain, byte[] page, Optional<String> contentType, Optional<URI> url) {
        int likely = likelyNodes(page);
        Extraction extraction =
                during(domain, units(page.length, likely), () -> extractor.extract(page, contentType, url, likely));
        boolean larger = extraction instanceof TooManyNodes tooMany && tooMany.limit() == likely;
        return larger && likely < PageReader.MAX_NODES
                ? during(domain, UNITS, () -> extractor.extract(page, contentType, url))
                : extraction;
    }

    private static int likelyNodes(byte[] page) {
        int brackets = 0;
        for (byte b : page) {
            brackets += b == '<' ? 1 : 0;
        }
        return (int) Math.min(PageReader.MAX_NODES, NODES_OF_ANY_PAGE + (long) NODES_OF_BRACKET * brackets);
    }

    private static int units(int length, int nodes) {
        return 1 + (length >> 10) + nodes / NODES_OF_UNIT;
    }

    private static String domain(Origin origin) {
        return origin.rights().isPresent() ? origin.url().map(Site::of).orElse(HANDED_IN) : HANDED_IN;
    }

    private Extraction during(String domain, int units, Supplier<Extraction> work) {
        Optional<Duration> patience = domain.equals(HANDED_IN) ? Optional.of(PATIENCE_OF_CLIENTS) : Optional.empty();
        ExtractionSlots.Slot slot = slots.acquire(domain, units, patience).orElseThrow(ReaderBusyException::new);
        return timed(() -> time.run(work, slot::release).orElseGet(() -> new OutOfTime(time.limit())));
    }

    /**
     * Reads something else that was fetched, such as a feed, within the bounds of pages.
     *
     * @param length bytes that it takes while it is read
     * @return empty if its time was over
     */
    public <T> Optional<T> during(URI url, int length, Supplier<T> reading) {
        ExtractionSlots.Slot slot =
                slots.acquire(Site.of(url), units(length, 0), Optional.empty()).orElseThrow();
        return time.run(reading, slot::release);
    }

    private Extraction timed(Supplier<Extraction> work) {
        Timer.Sample sample = Timer.start(meters);
        Extraction extraction = work.get();
        String outcome = switch (extraction) {
            case ExtractedArticle read -> "extracted";
            case NotAnArticle none -> "not-an-article";
            case TooLong tooLong -> "too-long";
            case TooManyNodes tooMany -> "too-many-nodes";
            case OutOfTime outOfTime -> "timed-out";
            case Unreadable unreadable -> "unreadable";
        };
        sample.stop(meters.timer("onrecord.extraction", "outcome", outcome));
        return extraction;
    }

    static Reading reading(Origin origin, Extraction extraction) {
        return reading(origin, extraction, Told.NOTHING);
    }

    private static Reading reading(Origin origin, Extraction extraction, Told told) {
        Outcome received = ScraperOutcomes.of(
                origin.requestId(),
                origin.requestedUrl(),
                Stage.FETCH,
                OutcomeReason.FETCHED,
                origin.url().map(url -> "from " + url).orElse("handed in")
                        + origin.cutOff().map(how -> "; cut off: " + how).orElse(""),
                origin.receivedAt());
        return switch (told.over(extraction)) {
            case ExtractedArticle read -> extracted(origin, received, read, told);
            case NotAnArticle none -> without(origin, received, OutcomeReason.NOT_AN_ARTICLE, describe(none));
            case TooLong tooLong -> without(origin, received, OutcomeReason.TOO_LONG, describe(tooLong));
            case TooManyNodes tooMany -> without(origin, received, OutcomeReason.TOO_LONG, describe(tooMany));
            case OutOfTime outOfTime -> without(origin, received, OutcomeReason.TIMED_OUT, describe(outOfTime));
            case Unreadable unreadable -> without(origin, received, reason(unreadable), describe(unreadable));
        };
    }

    private static Reading extracted(Origin origin, Outcome received, ExtractedArticle read, Told told) {
        int length = read.text().length();
        if (length > Article.MAX_TEXT_LENGTH) {
            TooLong tooLong = new TooLong(length, Article.MAX_TEXT_LENGTH);
            return without(origin, received, OutcomeReason.TOO_LONG, describe(tooLong));
        }
        Article article = Articles.of(origin, read, told);
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

    /** Without its headline: outcomes stay in their topic when an article that is there later is taken down. */
    private static String describe(NotAnArticle none) {
        return switch (none.cause()) {
            case NO_TEXT -> "no running text";
            case LISTING -> "a list of other pages";
            case OFFER -> "something that is sold or offered";
            case GALLERY -> "pictures and captions only";
            case ERROR_PAGE -> "the server's error page";
            case WALL -> "a consent wall or a check for robots";
        };
    }

    private static String describe(TooLong tooLong) {
        return "%,d characters, at most %,d are read".formatted(tooLong.length(), tooLong.limit());
    }

    private static String describe(TooManyNodes tooMany) {
        return "more than %,d %s; no more are read".formatted(tooMany.limit(), tooMany.unit());
    }

    private static String describe(OutOfTime outOfTime) {
        return "reading it takes more than %d s, the most that one page may take"
                .formatted(outOfTime.limit().toSeconds());
    }

    private static String describe(Unreadable unreadable) {
        return switch (unreadable.cause()) {
            case EMPTY -> "nothing in it";
            case BINARY -> "binary data";
            case CONTENT_TYPE -> "neither HTML nor plain text";
        };
    }
}
