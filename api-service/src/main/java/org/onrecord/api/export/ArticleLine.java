package org.onrecord.api.export;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line of the export of articles, for the document of this interface: {@link ArticleJsonLines} writes it. */
@Schema(description = "A line of the export of articles: what the page said of it, its text, and its cursor.")
record ArticleLine(
        UUID id,
        String title,
        @Nullable String url,
        @Nullable String canonicalUrl,
        @Nullable String site,
        @Nullable String siteName,
        @Nullable String language,
        @Nullable String section,
        @Nullable String version,
        List<String> authors,
        @Nullable Instant publishedAt,
        @Nullable Instant modifiedAt,
        @Nullable Instant firstSeenAt,
        @Nullable Instant date,
        @Nullable Instant stored,
        @Nullable Instant changed,
        String text,
        String cursor) {}
