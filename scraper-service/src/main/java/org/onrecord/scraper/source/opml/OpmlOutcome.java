package org.onrecord.scraper.source.opml;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What became of a list of subscriptions. */
@RegisterForReflection
record OpmlOutcome(
        int added,
        int known,
        int refused,

        @Schema(description = "one for each outline that is no folder, in the order of the list")
        List<Item> items) {

    /** What became of an outline. */
    @RegisterForReflection
    record Item(
            @Schema(description = "what the list calls it") String title,

            Optional<String> url,

            @Schema(description = "added, known or refused") String outcome,

            @Schema(description = "of the source; absent if it was refused")
            Optional<UUID> id,

            @Schema(description = "why it was refused; absent if it was not")
            Optional<String> reason) {}

    static OpmlOutcome of(List<Item> items) {
        return new OpmlOutcome(
                count(items, "added"), count(items, "known"), count(items, "refused"), List.copyOf(items));
    }

    private static int count(List<Item> items, String outcome) {
        return (int)
                items.stream().filter(item -> item.outcome().equals(outcome)).count();
    }
}
