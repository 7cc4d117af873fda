package org.onrecord.api.publication;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.api.database.Row;

/**
 * The article that something was printed in.
 *
 * @param id of {@code /v1/articles/{id}}
 * @param title the headline
 * @param url where it was fetched; null for a submission without a URL
 * @param site registrable host; null likewise
 * @param publishedAt when the page says it was published; null if it does not say
 * @param date by which it is found and sorted
 * @param dateUsed which of its dates that is
 */
@RegisterForReflection
public record Publication(
        UUID id,
        String title,
        @Nullable String url,
        @Nullable String site,
        @Nullable Instant publishedAt,
        Instant date,
        DateUsed dateUsed) {

    /** Reads the columns of table {@code article}. */
    public static Publication of(Row row) throws SQLException {
        Instant publishedAt = row.time("published_at");
        Instant date = row.time("dated_at");
        return new Publication(
                row.id("article_id"),
                row.text("title"),
                row.text("url"),
                row.text("site"),
                publishedAt,
                date,
                DateUsed.of(publishedAt, date));
    }
}
