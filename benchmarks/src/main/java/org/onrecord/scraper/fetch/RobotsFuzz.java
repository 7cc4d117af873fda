package org.onrecord.scraper.fetch;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import org.onrecord.benchmarks.hostile.fuzz.Watch;
import org.onrecord.egress.FetchResult;
import org.onrecord.egress.Headers;

/** A robots.txt; in the package of its reader, which nobody else needs to see. */
public final class RobotsFuzz {
    private static final URI FILE = URI.create("http://courier.example/robots.txt");
    private static final List<URI> PAGES = List.of(
            URI.create("http://courier.example/"),
            URI.create("http://courier.example/news/a/b/c.html?a=b&c=%2F%C3%A9"),
            URI.create("http://courier.example/" + "a".repeat(500)));

    private static final Headers NONE = new Headers(List.of());

    private RobotsFuzz() {}

    /** Called once, at the beginning. */
    public static void fuzzerInitialize() {
        Watch.warmUp(RobotsFuzz::read, "User-agent: *\nDisallow: /a*b$\n");
    }

    /** What the engine calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        Watch.read(input, RobotsFuzz::read);
    }

    private static void read(byte[] input) {
        Robots robots = Robots.of(
                new FetchResult.Fetched(List.of(FILE), NONE, 200, NONE, input, Instant.EPOCH), "OnrecordBot/1.0");
        PAGES.forEach(robots::allows);
        PAGES.forEach(robots::barredMiners);
        robots.sitemaps();
        if (robots.crawlDelay().isNegative()) {
            throw new IllegalStateException("a delay that is negative");
        }
    }

    /** Called at the end. */
    public static void fuzzerTearDown() {
        Watch.tellPeak();
    }
}
