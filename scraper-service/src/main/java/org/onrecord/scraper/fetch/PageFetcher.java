package org.onrecord.scraper.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.onrecord.contracts.Stage;
import org.onrecord.egress.BodyMemory;
import org.onrecord.egress.FetchResult;
import org.onrecord.egress.Get;
import org.onrecord.scraper.archive.Archive;
import org.onrecord.scraper.article.Origin;
import org.onrecord.scraper.article.Outcomes;
import org.onrecord.scraper.article.Reader;
import org.onrecord.scraper.article.Reading;
import org.onrecord.scraper.fetch.FetchAccount.Transience;

/** From a URL to all that became of it. Blocks; made to be called from virtual threads. Thread-safe. */
@ApplicationScoped
public class PageFetcher {

    private static final List<String> MEDIA_TYPES = List.of("text/html", "application/xhtml+xml", "text/plain");

    /** The longest that somebody who waits for the answer is kept waiting, and that a request in the frontier is. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private static final Duration LONGEST_PUT_OFF = Duration.ofHours(6);

    private final PoliteClient client;
    private final Archive archive;
    private final Reader reader;
    private final FetchSettings settings;

    PageFetcher(PoliteClient client, Archive archive, Reader reader, FetchSettings settings) {
        this.client = client;
        this.archive = archive;
        this.reader = reader;
        this.settings = settings;
    }

    /**
     * Fetches a page and reads the article on it; waits and tries again while its server is in trouble.
     *
     * @param url as the asker wrote it
     * @throws org.onrecord.scraper.archive.ArchiveAwayException if the page could not be kept
     */
    public Reading read(UUID requestId, String url) {
        try (BodyMemory.Share memory = memory()) {
            return reading(requestId, url, fetch(url, memory));
        }
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
        FetchResult result = fetchOnce(url, memory);
        boolean trouble = isInTrouble(result);
        Attempt.HostState host = trouble ? Attempt.HostState.IN_TROUBLE : Attempt.HostState.WELL;
        Optional<Duration> wait = trouble && before + 1 < settings.attempts()
                ? BackOff.after(result, settings.backOff(), before + 1, LONGEST_PUT_OFF, Instant.now())
                : Optional.empty();
        return wait.<Attempt>map(time -> new Attempt.PutOff(time, host))
                .orElseGet(() -> new Attempt.Ended(reading(requestId, url, result), host));
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
            Origin origin = new Origin(
                    requestId, Optional.of(url), Optional.of(page.url()), page.fetchedAt(), archive.keep(page));
            Reading reading =
                    reader.readPage(origin, page.body(), page.headers().first("Content-Type"));
            reading.article().ifPresent(archive::keepReading);
            return reading;
        }
        FetchAccount account = FetchAccount.of(result);
        return Reading.ended(Outcomes.of(
                requestId,
                Optional.of(url),
                Stage.FETCH,
                account.reason(),
                account.detail() + redirected(result.chain()),
                Instant.now()));
    }

    private FetchResult fetch(String url, BodyMemory.Share memory) {
        for (int attempt = 1; ; attempt++) {
            FetchResult result = fetchOnce(url, memory);
            boolean mayHelp = isInTrouble(result) && attempt < settings.attempts();
            Optional<Duration> wait = mayHelp
                    ? BackOff.after(result, settings.backOff(), attempt, LONGEST_WAIT, Instant.now())
                    : Optional.empty();
            if (wait.isEmpty() || !waited(wait.get())) {
                return result;
            }
        }
    }

    private FetchResult fetchOnce(String url, BodyMemory.Share memory) {
        return client.fetch(Get.of(url, MEDIA_TYPES), memory);
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
