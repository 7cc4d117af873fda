package org.onrecord.api.importing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** How far an import is. */
@RegisterForReflection
@Schema(name = "Import")
public record ImportStatus(
        UUID id,

        @Schema(
                description =
                        "receiving: its body is still coming; cut-off: the body ended before its end, and what arrived is"
                                + " read: send all of it again, nothing is done twice; reading: lines wait to be read; done: none does",
                enumeration = {"receiving", "cut-off", "reading", "done"})
        String state,

        @Schema(description = "when it began") Instant receivedAt,

        @Schema(description = "lines that came so far, blank ones left out")
        long lines,

        @Schema(description = "lines that wait to be read") long waiting,

        @Schema(description = "lines that were sent before, here or in another import: nothing was done about them")
        long known,

        @Schema(description = "lines that are no article to be read")
        long broken,

        @Schema(
                description =
                        "how many of the others ended how at the scraper, by the reason of the outcome; requested: a page"
                                + " that is to be fetched")
        Map<String, Long> outcomes,

        @Schema(description = "lines that became no article, the first hundred")
        List<LineProblem> problems) {

    /** What became of a line that became no article. */
    @RegisterForReflection
    @Schema(name = "ImportProblem")
    public record LineProblem(
            @Schema(description = "its number in the body, from 1")
            long line,

            @Schema(description = "broken, or the reason of its outcome", examples = "not-an-article")
            String reason,

            @Schema(description = "what is wrong with a broken one") @Nullable
            String detail) {}
}
