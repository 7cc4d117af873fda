package org.onrecord.api.export;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many exports run, and for how long. */
@ConfigMapping(prefix = "onrecord.exports")
interface ExportConfig {

    /** Exports that an instance has under way; each holds a connection to the database. */
    @WithDefault("8")
    int atOnce();

    /** Of them, of one key. */
    @WithDefault("2")
    int perKey();

    /** How long one may take in all; its reader goes on with another. */
    @WithDefault("1h")
    Duration timeLimit();

    /** How long its reader may keep it waiting in all, beside the time that a slow line takes. */
    @WithDefault("60s")
    Duration patience();
}
