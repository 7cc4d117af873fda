package org.onrecord.api.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** The body of the scraper's {@code POST /v1/submissions}. */
record ScraperSubmission(
        UUID requestId,
        @Nullable String url,
        @Nullable String html,
        @Nullable String text,
        @Nullable String title,
        @Nullable Instant publishedAt,
        @Nullable List<String> authors,
        @Nullable String language,
        @Nullable String site) {}
