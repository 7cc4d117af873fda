package org.onrecord.api.forward;

import java.util.List;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the scraper takes for a change of a source, for the document of this interface. */
record SourceChange(
        @Schema(description = "true pauses, false resumes.") @Nullable
        Boolean paused,

        @Nullable List<String> include,
        @Nullable List<String> exclude) {}
