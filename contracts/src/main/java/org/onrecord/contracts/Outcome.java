package org.onrecord.contracts;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What became of a URL or submission at one stage of the line.
 *
 * @param outcomeId name-based UUID of request, stage and reason: the same outcome told twice is one
 * @param requestId the request it belongs to
 * @param url the URL as requested; null for a submission without one
 * @param articleId the article it became; null if it became none
 * @param version the article's version; null likewise
 * @param stage where in the line
 * @param reason what happened
 * @param detail the particulars in words for a person, such as {@code HTTP status 503}; null if there are none
 * @param at when
 */
public record Outcome(
        UUID outcomeId,
        UUID requestId,
        @Nullable String url,
        @Nullable UUID articleId,
        @Nullable String version,
        Stage stage,
        OutcomeReason reason,
        @Nullable String detail,
        Instant at) {}
