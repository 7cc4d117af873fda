package org.onrecord.api.database;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** How the standby is used that {@code ONRECORD_DATABASE_READ_URL} names. */
@ConfigMapping(prefix = "onrecord.database.read")
interface ReplicaConfig {

    /** A standby that is later is not asked. At most half an hour: it is asked of the primary what was taken down of late. */
    Duration lag();
}
