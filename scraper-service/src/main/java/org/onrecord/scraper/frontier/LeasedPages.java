package org.onrecord.scraper.frontier;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.onrecord.scraper.article.Reading;
import org.onrecord.scraper.fetch.HostKey;
import org.onrecord.scraper.fetch.PageFetcher;
import org.onrecord.scraper.fetch.TriedPage;

/**
 * Fetches a page for somebody who waits for it, as its host's one owner: no other replica asks the host meanwhile, and its
 * delay is kept as that of what waits in the frontier. Thread-safe.
 */
@ApplicationScoped
public class LeasedPages {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);
    /** Three attempts and what is waited between them take no longer. */
    private static final Duration TERM = Duration.ofMinutes(5);

    private final Frontier frontier;
    private final PageFetcher pages;

    LeasedPages(Frontier frontier, PageFetcher pages) {
        this.frontier = frontier;
        this.pages = pages;
    }

    /**
     * Waits for the host, and fetches and reads the page.
     *
     * @throws HostBusyException if the host was another's for too long; asking again later is safe
     * @throws org.jdbi.v3.core.JdbiException if the database is away
     * @throws org.onrecord.scraper.archive.ArchiveAwayException if the page could not be kept
     */
    public Reading read(UUID requestId, String url) {
        return asOwner(url, () -> pages.read(requestId, url));
    }

    /**
     * The same for somebody who wants to see what would be read, of which nothing is kept.
     *
     * @throws HostBusyException likewise
     * @throws org.jdbi.v3.core.JdbiException likewise
     */
    public TriedPage tryOut(String url) {
        return asOwner(url, () -> pages.tryOut(url));
    }

    private <T> T asOwner(String url, Supplier<T> work) {
        HostLease lease = await(HostKey.of(url));
        try {
            return work.get();
        } finally {
            frontier.release(lease, pages.untilNextTurn(url), lease.failures());
        }
    }

    private HostLease await(String host) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<HostLease> lease = frontier.lease(host, TERM);
            if (lease.isPresent()) {
                return lease.get();
            }
            pause(host);
        }
        throw new HostBusyException(host);
    }

    private static void pause(String host) {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HostBusyException(host);
        }
    }
}
