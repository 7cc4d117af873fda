package org.onrecord.scraper.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.onrecord.contracts.Rights;
import org.onrecord.egress.BodyMemory;
import org.onrecord.egress.FetchResult;
import org.onrecord.egress.Get;
import org.onrecord.egress.GuardedHttpClient;
import org.onrecord.scraper.rights.RightsReader;

/**
 * The guarded client as a guest: reads robots.txt first, and waits for its turn at each host. Blocks; made to be called
 * from virtual threads. Thread-safe.
 */
@ApplicationScoped
public class PoliteClient {

    private final GuardedHttpClient client;
    private final Courtesy courtesy;

    PoliteClient(GuardedHttpClient client, Courtesy courtesy) {
        this.client = client;
        this.courtesy = courtesy;
    }

    /** What pays for a body until it is not needed any more. */
    public BodyMemory.Share memory() {
        return client.memory().share();
    }

    /**
     * Asks once; what robots.txt forbids is {@link FetchResult.Barred}.
     *
     * @param memory pays for the body, until its owner closes it
     * @throws FetchInterruptedException if the thread was interrupted before the answer had come
     */
    public FetchResult fetch(Get get, BodyMemory.Share memory) {
        Courtesy.Gate gate = courtesy.gate(!get.mediaTypes().isEmpty());
        FetchResult result = client.fetch(get, gate, memory);
        gate.answered();
        boolean failed = result instanceof FetchResult.Failed || result instanceof FetchResult.CutOff;
        if (failed && Thread.currentThread().isInterrupted()) {
            throw new FetchInterruptedException();
        }
        // "robots.txt forbids it" would hide that its server is down.
        return result instanceof FetchResult.Barred ? gate.unreachable().orElse(result) : result;
    }

    /** The sitemaps that robots.txt names for the origin of a URL, as it writes them; none if it cannot be read. */
    public List<String> sitemaps(URI url) {
        return courtesy.robots(url).sitemaps();
    }

    /** What a page's site says of its use. */
    Rights rights(FetchResult.Fetched page, String userAgent) {
        Robots robots = courtesy.robots(page.url());
        Rights said = RightsReader.read(
                page.headers(),
                page.body(),
                Robots.productToken(userAgent),
                robots.verdict(),
                robots.barredMiners(page.url()));
        return courtesy.policy(page.url()).beside(said, page.url());
    }

    /** How long the host of a URL must be left alone after what it was asked for. */
    public Duration untilNextTurn(String url) {
        return courtesy.untilNextTurn(url);
    }
}
