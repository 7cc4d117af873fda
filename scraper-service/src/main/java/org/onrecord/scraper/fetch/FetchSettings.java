package org.onrecord.scraper.fetch;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the scraper behaves towards the sites. */
@ConfigMapping(prefix = "onrecord.fetch")
public interface FetchSettings {

    /** Who asks, and where to reach them. Its part before the slash is the name that robots.txt files know us by. */
    String userAgent();

    /** What may be fetched besides public addresses, as {@link org.onrecord.egress.AllowList} reads it. */
    Optional<String> allow();

    /** Which of a site's reservations are respected, as {@link org.onrecord.scraper.rights.Respect} reads them. */
    @WithDefault("noindex,noarchive,noai,tdm")
    String respect();

    /** The least time between two requests to one host; a robots.txt may ask for more. */
    @WithDefault("1s")
    Duration hostDelay();

    /** Hosts of the operator's own, as {@code host:port} with the port that is in the URL: asked without delay. */
    Optional<Set<String>> ownHosts();

    /** The longest Crawl-delay that is obeyed; a site that asks for more is asked at this pace. */
    @WithDefault("30s")
    Duration maxCrawlDelay();

    /** Bytes of a page after decompression. */
    @WithDefault("5242880")
    int maxPageBytes();

    /** Bytes that all pages under way may take together; an eighth of the heap if it is not set. */
    OptionalLong bodyMemory();

    /** Time on the network for one page with its redirects. */
    @WithDefault("60s")
    Duration timeout();

    /** Time from asking to the first byte. */
    @WithDefault("20s")
    Duration firstByteTimeout();

    /** How often a page is asked for while its server is in trouble. */
    @WithDefault("3")
    int attempts();

    /** Time before the second attempt; it doubles with each. */
    @WithDefault("1s")
    Duration backOff();
}
