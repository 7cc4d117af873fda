package org.onrecord.api.article;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.Nullable;

import org.jdbi.v3.core.result.RowView;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.api.publication.DateUsed;

/**
 * An article in a list.
 *
 * @param id of {@code /v1/articles/{id}}
 * @param title the headline
 * @param url where it was fetched; null for a submission without a URL
 * @param site registrable host; null likewise
 * @param language ISO 639-1 code; {@code und} if unknown
 * @param publishedAt when the page says it was published; null if it does not say
 * @param firstSeenAt when it was fetched first
 * @param date by which it is found and sorted
 * @param dateUsed which of the two that is
 * @param stored when it was stored here first
 * @param changed when it was stored, edited or read anew last
 * @param passage where the words stand; left out where that is not asked for, or they stand in no paragraph of it
 */
@RegisterForReflection
public record ArticleSummary(
        UUID id,
        String title,
        @Nullable String url,
        @Nullable String site,
        String language,
        @Nullable Instant publishedAt,
        Instant firstSeenAt,
        Instant date,
        DateUsed dateUsed,
        Instant stored,
        Instant changed,
        @Nullable Passage passage) {

    static final String COLUMNS = "SELECT a.article_id, a.title, a.url, a.site, a.language, a.published_at,"
            + " a.first_seen_at, a.dated_at," + " a.stored_at, a.changed_at";

    static ArticleSummary of(RowView row) {
        Instant publishedAt = row.getColumn("published_at", Instant.class);
        Instant date = row.getColumn("dated_at", Instant.class);
        return new ArticleSummary(
                row.getColumn("article_id", UUID.class),
                row.getColumn("title", String.class),
                row.getColumn("url", String.class),
                row.getColumn("site", String.class),
                row.getColumn("language", String.class),
                publishedAt,
                row.getColumn("first_seen_at", Instant.class),
                date,
                DateUsed.of(publishedAt, date),
                row.getColumn("stored_at", Instant.class),
                row.getColumn("changed_at", Instant.class),
                null);
    }

    ArticleSummary with(Passage found) {
        return new ArticleSummary(
                id, title, url, site, language, publishedAt, firstSeenAt, date, dateUsed, stored, changed, found);
    }
}
