package org.onrecord.api.forward;

import java.util.List;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the scraper takes for a change of a source, for the document of this interface. */
record SourceChange(
        @Schema(description = "true pauses, false resumes.") @Nullable
        Boolean paused,

        @Schema(description = "Instead of those that it has; an empty list changes nothing, [\"*\"] wants all.")
        @Nullable
        List<String> include,

        @Schema(
                description =
                        "Instead of those that it has; an empty list changes nothing: give a pattern of no page of it to have"
                                + " none left out.")
        @Nullable
        List<String> exclude) {}
