package org.onrecord.scraper.source;

import java.util.List;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A piece of the list of sources. */
@RegisterForReflection
record SourceList(
        @Schema(description = "in the order in which they were added")
        List<Source> items,

        @Schema(description = "URL of the next piece; absent from the last")
        Optional<String> next) {}
