package org.onrecord.api.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That some of what is taken for one person is another. */
public record PersonSeparation(
        @Schema(description = "The articles in which it is that other one, of /v1/articles.")
        Optional<List<UUID>> articles,

        @Schema(description = "The names by which articles call that other one, where they are not the first one's.")
        Optional<List<String>> names,

        @Schema(description = "What that other one is called; the same as the first where left out.")
        Optional<String> name,

        @Schema(description = "Why, in words; at most 2,000 characters.")
        Optional<String> note) {}
