package org.onrecord.scraper.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;

import org.onrecord.contracts.OutcomeReason;
import org.onrecord.contracts.Rights;
import org.onrecord.contracts.Stage;
import org.onrecord.egress.BodyMemory;
import org.onrecord.egress.FetchResult;
import org.onrecord.egress.Get;
import org.onrecord.scraper.archive.Archive;
import org.onrecord.scraper.archive.Extent;
import org.onrecord.scraper.article.Origin;
import org.onrecord.scraper.article.Reader;
import org.onrecord.scraper.article.Reading;
import org.onrecord.scraper.article.ScraperOutcomes;
import org.onrecord.scraper.extract.Extraction;
import org.onrecord.scraper.fetch.FetchAccount.Transience;
import org.onrecord.scraper.rights.Respect;
import org.onrecord.scraper.takedown.Takedowns;

/** From a URL to all that became of it. Blocks; made to be called from virtual threads. Thread-safe. */
@ApplicationScoped
public class PageFetcher {

    private static final List<String> MEDIA_TYPES =
            List.of("text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml");

    /** The longest that somebody who waits for the answer is kept waiting, and that a request in the frontier is. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private static final Duration LONGEST_PUT_OFF = Duration.ofHours(6);

    private final PoliteClient client;
    private final Archive archive;
    private final Reader reader;
    private final FetchSettings settings;
    private final SeenPages seen;
    private final Respect respect;
    private final Takedowns takedowns;

    PageFetcher(
            PoliteClient client,
            Archive archive,
            Reader reader,
            FetchSettings settings,
            SeenPages seen,
            Takedowns takedowns) {
        this.client = client;
        this.archive = archive;
        this.reader = reader;
        this.settings = settings;
        this.seen = seen;
        this.takedowns = takedowns;
        this.respect = Respect.parse(settings.respect());
    }

    /** A word of the configuration that means nothing stops the service there and then. */
    void start(@Observes StartupEvent started) {}

    /**
     * Fetches a page and reads the article on it; waits and tries again while its server is in trouble.
     *
     * @param url as the asker wrote it
     * @throws org.onrecord.scraper.archive.ArchiveAwayException if the page could not be kept
     */
    public Reading read(UUID requestId, String url) {
        Optional<Reading> refusal = takedowns.refusal(requestId, url);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        try (BodyMemory.Share memory = memory()) {
            return reading(requestId, url, fetch(url, memory));
        }
    }

    /**
     * Fetches a page once and reads it for somebody who wants to see what would be read: nothing of it is kept. It is refused where
     * it would be otherwise.
     *
     * @param url as the asker wrote it
     * @throws org.onrecord.scraper.article.ReaderBusyException if too much else was handed in
     */
    public TriedPage tryOut(String url) {
        if (takedowns.refuses(url)) {
            return TriedPage.TAKEN_DOWN;
        }
        try (BodyMemory.Share memory = memory()) {
            FetchResult result = client.fetch(Get.of(url, MEDIA_TYPES), memory);
            if (result instanceof FetchResult.Fetched page) {
                return tried(page);
            }
            FetchAccount account = FetchAccount.of(result);
            return new TriedPage.Unread(account.reason(), account.detail() + redirected(result.chain()));
        }
    }

    private TriedPage tried(FetchResult.Fetched page) {
        Optional<TriedPage.Unread> unread = otherXml(page).or(() -> reserved(rights(page)));
        if (unread.isPresent()) {
            return unread.get();
        }
        Extraction extraction = reader.tryPage(page.body(), page.headers().contentType(), Optional.of(page.url()));
        return takedowns.refuses(page.url(), extraction) ? TriedPage.TAKEN_DOWN : new TriedPage.Read(extraction);
    }

    /** What pays for one page; whoever opens it closes it once nothing of the page is needed any more. */
    public BodyMemory.Share memory() {
        return client.memory();
    }

    /**
     * The same without waiting: whoever asks comes back after the wait.
     *
     * @param before how many attempts there were
     * @param memory pays for the page
     * @throws org.onrecord.scraper.archive.ArchiveAwayException if the page could not be kept
     */
    public Attempt attempt(UUID requestId, String url, int before, BodyMemory.Share memory) {
        Optional<Reading> refusal = takedowns.refusal(requestId, url);
        if (refusal.isPresent()) {
            return new Attempt.Ended(refusal.get(), Attempt.HostState.WELL);
        }
        Optional<SeenPage> known = seen.find(url);
        if (known.map(SeenPage::fresh).orElse(Duration.ZERO).isPositive()) {
            return new Attempt.Ended(stillFresh(requestId, known.get()), Attempt.HostState.WELL);
        }
        FetchResult result = client.fetch(
                new Get(url, MEDIA_TYPES, known.flatMap(SeenPage::entityTag), known.flatMap(SeenPage::lastModified)),
                memory);
        boolean trouble = isInTrouble(result);
        Attempt.HostState host = trouble ? Attempt.HostState.IN_TROUBLE : Attempt.HostState.WELL;
        Optional<Duration> wait = trouble && before + 1 < settings.attempts()
                ? BackOff.after(result, settings.backOff(), before + 1, LONGEST_PUT_OFF, Instant.now())
                : Optional.empty();
        if (wait.isPresent()) {
            return new Attempt.PutOff(wait.get(), host);
        }
        Reading reading = reading(requestId, url, result);
        return new Attempt.Ended(reading, host, worthRemembering(url, known, result, reading));
    }

    /** Remembers what a server said of a page, once what was read in it is published. */
    public void remember(SeenPage page) {
        seen.remember(page);
    }

    /** A page that redirects is another's; one without an article may have one for tomorrow's configuration or extractor. */
    private static Optional<SeenPage> worthRemembering(
            String url, Optional<SeenPage> known, FetchResult result, Reading reading) {
        if (result.chain().size() != 1) {
            return Optional.empty();
        }
        return switch (result) {
            case FetchResult.Fetched page -> reading.article().flatMap(article -> SeenPage.of(url, page.headers()));
            case FetchResult.NotModified same -> known.map(page -> page.unchanged(same.headers()));
            default -> Optional.empty();
        };
    }

    private static Reading stillFresh(UUID requestId, SeenPage known) {
        return Reading.ended(ScraperOutcomes.of(
                requestId,
                Optional.of(known.url()),
                Stage.FETCH,
                OutcomeReason.STILL_FRESH,
                "its server said that it will not change for another "
                        + (known.fresh().toSeconds() + 1) + " s",
                Instant.now()));
    }

    /** How long the host of a URL must be left alone after what it was asked for. */
    public Duration untilNextTurn(String url) {
        return client.untilNextTurn(url);
    }

    private static boolean isInTrouble(FetchResult result) {
        return !(result instanceof FetchResult.Fetched)
                && FetchAccount.of(result).transience() == Transience.PASSING;
    }

    private Reading reading(UUID requestId, String url, FetchResult result) {
        if (result instanceof FetchResult.Fetched page) {
            return reading(requestId, url, page, Optional.empty());
        }
        if (result instanceof FetchResult.CutOff cut) {
            Reading beginning = reading(requestId, url, cut.beginning(), Optional.of(cut.detail()));
            if (beginning.article().isPresent()) {
                return beginning;
            }
        }
        FetchAccount account = FetchAccount.of(result);
        return Reading.ended(ScraperOutcomes.of(
                requestId,
                Optional.of(url),
                Stage.FETCH,
                account.reason(),
                account.detail() + redirected(result.chain()),
                Instant.now()));
    }

    /** @param cutOff how the page ended before its end, if it did */
    private Reading reading(UUID requestId, String url, FetchResult.Fetched page, Optional<String> cutOff) {
        Optional<TriedPage.Unread> other = otherXml(page);
        if (other.isPresent()) {
            return ended(requestId, url, other.get(), page.fetchedAt());
        }
        Rights rights = rights(page);
        Optional<TriedPage.Unread> reserved = reserved(rights);
        if (reserved.isPresent()) {
            return ended(requestId, url, reserved.get(), page.fetchedAt());
        }
        Extent extent = cutOff.isPresent() ? Extent.BEGINNING : Extent.WHOLE;
        Optional<URI> recordId = respect.allowsKeeping(rights) ? archive.keep(page, extent) : Optional.empty();
        Origin origin = new Origin(
                requestId,
                Optional.of(url),
                Optional.of(page.url()),
                page.fetchedAt(),
                recordId,
                Optional.of(rights),
                cutOff);
        Reading reading = takedowns.respected(
                reader.readPage(origin, page.body(), page.headers().contentType()));
        reading.article().ifPresent(archive::keepReading);
        return reading;
    }

    private Rights rights(FetchResult.Fetched page) {
        return client.rights(page, settings.userAgent());
    }

    private static Optional<TriedPage.Unread> otherXml(FetchResult.Fetched page) {
        return OtherXml.in(page)
                .map(root -> new TriedPage.Unread(
                        OutcomeReason.UNSUPPORTED_CONTENT, "XML, and no page: its root is " + root));
    }

    private Optional<TriedPage.Unread> reserved(Rights rights) {
        return respect.againstReading(rights)
                .map(reservation -> new TriedPage.Unread(
                        OutcomeReason.REFUSED_BY_PAGE,
                        "the page says " + reservation.label() + ", which is respected here"));
    }

    private static Reading ended(UUID requestId, String url, TriedPage.Unread why, Instant at) {
        return Reading.ended(
                ScraperOutcomes.of(requestId, Optional.of(url), Stage.FETCH, why.reason(), why.detail(), at));
    }

    private FetchResult fetch(String url, BodyMemory.Share memory) {
        for (int attempt = 1; ; attempt++) {
            FetchResult result = client.fetch(Get.of(url, MEDIA_TYPES), memory);
            boolean mayHelp = isInTrouble(result) && attempt < settings.attempts();
            Optional<Duration> wait = mayHelp
                    ? BackOff.after(result, settings.backOff(), attempt, LONGEST_WAIT, Instant.now())
                    : Optional.empty();
            if (wait.isEmpty() || !waited(wait.get())) {
                return result;
            }
        }
    }

    private static boolean waited(Duration wait) {
        try {
            Thread.sleep(wait);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String redirected(List<URI> chain) {
        return chain.size() > 1 ? " (redirected to " + chain.getLast() + ")" : "";
    }
}
