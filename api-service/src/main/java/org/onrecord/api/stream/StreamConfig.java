package org.onrecord.api.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many may listen. */
@ConfigMapping(prefix = "onrecord.streams")
interface StreamConfig {

    /** Open streams of an instance. */
    @WithDefault("2000")
    int atOnce();

    /** Of them, of one key. */
    @WithDefault("50")
    int perKey();
}
