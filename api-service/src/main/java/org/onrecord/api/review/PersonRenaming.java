package org.onrecord.api.review;

import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person is called. */
public record PersonRenaming(
        @Schema(description = "The name.") Optional<String> name,

        @Schema(description = "Why, in words; at most 2,000 characters.")
        Optional<String> note) {}
