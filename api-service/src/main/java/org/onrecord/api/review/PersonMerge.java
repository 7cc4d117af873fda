package org.onrecord.api.review;

import java.util.Optional;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a person is another. */
public record PersonMerge(
        @Schema(description = "The id of the one that they are, of /v1/entities.")
        Optional<UUID> into,

        @Schema(description = "Why, in words; at most 2,000 characters.")
        Optional<String> note) {}
