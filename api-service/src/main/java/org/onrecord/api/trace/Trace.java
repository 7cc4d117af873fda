package org.onrecord.api.trace;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What became of a story, stage by stage.
 *
 * @param status {@code pending} as long as no stage has ended the newest request; then the reason it ended with
 * @param url as asked for; null for a submission without one
 * @param requestId the newest request, which the status is of; null where an article is known and no request for it
 * @param articleId the stored article; null as long as there is none
 * @param outcomes of every request for the URL, oldest first; the newest {@value #MOST_OUTCOMES} at most
 */
@RegisterForReflection
public record Trace(
        @Schema(examples = {"stored", "pending", "not-an-article", "http-error"})
        String status,

        @Nullable String url,
        @Nullable UUID requestId,
        @Nullable UUID articleId,
        List<TraceOutcome> outcomes) {

    /** A page that is fetched every hour for years has tens of thousands. */
    static final int MOST_OUTCOMES = 200;

    static final String PENDING = "pending";
}
