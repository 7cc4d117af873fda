package org.onrecord.scraper.archive;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether and where pages are kept. */
@ConfigMapping(prefix = "onrecord.archive")
interface ArchiveSettings {

    /** The folder of the WARC files, made if it is missing; without one nothing is archived. */
    Optional<Path> folder();

    /** Bytes after which a new file is begun; one is begun each hour too. */
    @WithDefault("1073741824")
    long segmentBytes();
}
