package org.onrecord.api.forward;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What became of a list of subscriptions, as the scraper answers it.
 *
 * @param added how many sources are new
 * @param known how many were there already
 * @param refused how many outlines are none
 * @param items one for each outline that is no folder, in the order of the list
 */
@Schema(description = "What became of a list of subscriptions.")
@RegisterForReflection
public record OpmlOutcome(
        int added,
        int known,
        int refused,

        @Schema(description = "One for each outline that is no folder, in the order of the list.")
        List<Outline> items) {

    /**
     * What became of an outline.
     *
     * @param title what the list calls it; may be empty
     * @param url as it stands there; left out if there is none
     * @param outcome added; known, if it was there already; refused
     * @param id of the source; left out if it was refused
     * @param reason why it was refused; left out if it was not
     */
    @Schema(description = "What became of an outline.")
    @RegisterForReflection
    public record Outline(
            String title,
            @Nullable String url,

            @Schema(enumeration = {"added", "known", "refused"})
            String outcome,

            @Nullable UUID id,

            @Schema(description = "Why it was refused; left out if it was not.") @Nullable
            String reason) {}
}
