package org.onrecord.api.article;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.api.database.Row;
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
        DateUsed dateUsed) {

    static final String COLUMNS =
            "SELECT a.article_id, a.title, a.url, a.site, a.language, a.published_at," + " a.first_seen_at, a.dated_at";

    static ArticleSummary of(Row row) throws SQLException {
        Instant publishedAt = row.time("published_at");
        Instant date = row.time("dated_at");
        return new ArticleSummary(
                row.id("article_id"),
                row.text("title"),
                row.text("url"),
                row.text("site"),
                row.text("language"),
                publishedAt,
                row.time("first_seen_at"),
                date,
                DateUsed.of(publishedAt, date));
    }
}
