package org.onrecord.scraper.source.channel;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How sources are watched. */
@ConfigMapping(prefix = "onrecord.source")
interface SourceSettings {

    /** The least time between two polls of a channel, however much it publishes. */
    @WithDefault("5m")
    Duration minInterval();

    /** The longest, however little. */
    @WithDefault("12h")
    Duration maxInterval();

    /** How old a page may be, by what its sitemap says, to be fetched when it is first heard of. */
    @WithDefault("7d")
    Duration maxAge();

    /** The least time between two fetches of a page whose channel says that it was changed. */
    @WithDefault("30m")
    Duration recheck();

    /** How long a page is remembered after no channel tells of it any more. */
    @WithDefault("90d")
    Duration remembered();

    /** Bytes of a sitemap that comes as a gzip file, after decompression; it is read while it is unpacked. */
    @WithDefault("20971520")
    int maxSitemapBytes();
}
