package org.onrecord.api.trace;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.contracts.OutcomeReason;
import org.onrecord.contracts.Stage;

/**
 * What became of a URL or submission at one stage.
 *
 * @param requestId the request it belongs to
 * @param stage where in the line
 * @param reason what happened
 * @param detail the particulars, in words for a person; null if there are none
 * @param at when
 * @param articleId the article it became; null if it became none
 * @param version of the article; null likewise
 */
@RegisterForReflection
public record TraceOutcome(
        UUID requestId,
        Stage stage,
        OutcomeReason reason,
        @Nullable String detail,
        Instant at,
        @Nullable UUID articleId,
        @Nullable String version) {

    /** Whether the line is done with the request after this. */
    boolean isLast() {
        return switch (stage) {
            case FETCH -> reason != OutcomeReason.FETCHED;
            case EXTRACT -> reason != OutcomeReason.EXTRACTED;
            case ANALYSE -> reason == OutcomeReason.FAILED;
            case STORE -> true;
        };
    }
}
