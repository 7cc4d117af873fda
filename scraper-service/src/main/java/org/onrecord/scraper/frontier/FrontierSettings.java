package org.onrecord.scraper.frontier;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the frontier is worked off. */
@ConfigMapping(prefix = "onrecord.frontier")
interface FrontierSettings {
    /**
     * Hosts that one replica asks at the same time. Nearly all of them wait for a server, which costs a connection and some
     * 20 KB; the memory for their pages is bounded apart from them.
     */
    @WithDefault("8192")
    int concurrency();

    /** How long a lease holds when it is not renewed: a killed replica's hosts are taken over after that. */
    @WithDefault("20s")
    Duration lease();

    /** How long a host that is in trouble is left alone; doubles with each time in a row. */
    @WithDefault("5s")
    Duration hostBackOff();

    /** The longest that such a host is left alone. */
    @WithDefault("10m")
    Duration maxHostBackOff();
}
