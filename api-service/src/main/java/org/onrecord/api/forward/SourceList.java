package org.onrecord.api.forward;

import java.util.List;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A list of sources as the scraper answers it, for the document of this interface. */
@Schema(description = "A piece of the list of sources, in the order in which they were added.")
@RegisterForReflection
public record SourceList(
        List<Source> items,

        @Schema(description = "URL of the next piece; absent from the last.") @Nullable
        String next) {}
