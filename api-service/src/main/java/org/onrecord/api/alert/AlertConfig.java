package org.onrecord.api.alert;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How alerts are sent. */
@ConfigMapping(prefix = "onrecord.alerts")
interface AlertConfig {

    /** Where they may be sent besides public addresses, as {@link org.onrecord.egress.AllowList} reads it. */
    Optional<String> allow();

    /** How long a receiver may take to answer, connecting included. */
    @WithDefault("15s")
    Duration patience();

    /** How long after the first attempt the second is made; each later pause is three times as long, four hours at most. */
    @WithDefault("10s")
    Duration firstPause();
}
