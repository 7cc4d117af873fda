package org.onrecord.nlp.analysis;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is read at once, and for how long. */
@ConfigMapping(prefix = "onrecord.analysis")
public interface AnalysisLimits {

    /** Articles that are read at the same time; a processor each is the most that helps. */
    @WithDefault("2")
    int concurrency();

    /** What an article may take; the longest allowed takes a few seconds, so more is a fault of ours. */
    @WithDefault("60s")
    Duration timeLimit();

    /** How long a REST caller waits for a free worker. */
    @WithDefault("10s")
    Duration callerPatience();
}
