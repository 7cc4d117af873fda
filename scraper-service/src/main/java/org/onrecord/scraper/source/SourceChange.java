package org.onrecord.scraper.source;

import java.util.List;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be changed of a source; what is absent stays. */
record SourceChange(
        @Schema(description = "true pauses, false resumes") Optional<Boolean> paused,

        Optional<List<String>> include,
        Optional<List<String>> exclude) {

    SourceChange {
        include = include.map(Patterns::checked);
        exclude = exclude.map(Patterns::checked);
    }

    boolean isEmpty() {
        return paused.isEmpty() && include.isEmpty() && exclude.isEmpty();
    }
}
