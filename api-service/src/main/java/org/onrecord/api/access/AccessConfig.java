package org.onrecord.api.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who may ask, and how often. */
@ConfigMapping(prefix = "onrecord.access")
interface AccessConfig {

    /** Whether requests need a key; open is for one machine's loopback, where the launcher sets it. */
    @WithDefault("keys")
    Mode mode();

    /** How many requests a key may make in a minute, of each instance of the service. */
    @WithDefault("600")
    long requestsPerMinute();

    /** Who may ask. */
    enum Mode {
        /** Who has a key; health answers everybody. */
        KEYS,
        /** Everybody. */
        OPEN
    }
}
