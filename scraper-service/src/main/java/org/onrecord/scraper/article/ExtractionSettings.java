package org.onrecord.scraper.article;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What reading one page may take. */
@ConfigMapping(prefix = "onrecord.extraction")
interface ExtractionSettings {

    /** Processor time for one page; by the clock, for a machine that is busy, six times as much. */
    @WithDefault("10s")
    Duration time();
}
