package org.onrecord.scraper.source;

import java.util.List;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be changed of a source; what is absent stays, and so does a list of which none is given: clients send empty ones. */
record SourceChange(
        @Schema(description = "true pauses, false resumes") Optional<Boolean> paused,

        @Schema(description = "instead of those that it has; an empty list changes nothing, [\"*\"] wants all")
        Optional<List<String>> include,

        @Schema(
                description =
                        "instead of those that it has; an empty list changes nothing: give a pattern of no page of it to"
                                + " have none left out")
        Optional<List<String>> exclude) {

    SourceChange {
        include = include.filter(SourceChange::isGiven).map(Patterns::checked);
        exclude = exclude.filter(SourceChange::isGiven).map(Patterns::checked);
    }

    private static boolean isGiven(List<String> patterns) {
        return !patterns.isEmpty();
    }

    boolean isEmpty() {
        return paused.isEmpty() && include.isEmpty() && exclude.isEmpty();
    }
}
