package org.onrecord.api.publication;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.Nullable;

import org.jdbi.v3.core.result.RowView;

import io.quarkus.runtime.annotations.RegisterForReflection;

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
    public static Publication of(RowView row) {
        Instant publishedAt = row.getColumn("published_at", Instant.class);
        Instant date = row.getColumn("dated_at", Instant.class);
        return new Publication(
                row.getColumn("article_id", UUID.class),
                row.getColumn("title", String.class),
                row.getColumn("url", String.class),
                row.getColumn("site", String.class),
                publishedAt,
                date,
                DateUsed.of(publishedAt, date));
    }
}
