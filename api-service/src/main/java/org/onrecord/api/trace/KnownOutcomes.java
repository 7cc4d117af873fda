package org.onrecord.api.trace;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

import org.onrecord.database.Database;
import org.onrecord.database.Sql;

/** The outcomes as the stages tell them. Thread-safe. */
@ApplicationScoped
class KnownOutcomes {

    /** One that was told in two months is there twice: the first counts. */
    private static final String EACH_ONCE = """
            SELECT * FROM (SELECT DISTINCT ON (outcome_id) outcome_id, request_id, url, article_id, version, stage, reason, detail, at
                FROM outcome_by_month WHERE""";

    private static final String NEWEST_FIRST =
            "ORDER BY outcome_id, at, detail NULLS FIRST) AS each_once ORDER BY at DESC, outcome_id DESC LIMIT ?";

    private final Database database;

    KnownOutcomes(Database database) {
        this.database = database;
    }

    /** Stage and reason are in the words of the event. */
    record Known(
            @Nullable UUID requestId,
            @Nullable String url,
            @Nullable UUID articleId,
            @Nullable String version,
            String stage,
            String reason,
            @Nullable String detail,
            Instant at) {

        private static Known of(RowView row) {
            return new Known(
                    row.getColumn("request_id", UUID.class),
                    row.getColumn("url", String.class),
                    row.getColumn("article_id", UUID.class),
                    row.getColumn("version", String.class),
                    row.getColumn("stage", String.class),
                    row.getColumn("reason", String.class),
                    row.getColumn("detail", String.class),
                    row.getColumn("at", Instant.class));
        }
    }

    /** The newest outcomes of a request. */
    List<Known> ofRequest(UUID requestId, int most) {
        return read(new Sql().add("request_id = ?", requestId), most);
    }

    /** The newest outcomes for a URL, or for articles that are known under it. */
    List<Known> ofUrl(UUID urlKey, List<UUID> articleIds, int most) {
        return read(new Sql().add("(url_key = ? OR article_id = ANY (?))", urlKey, articleIds), most);
    }

    private List<Known> read(Sql which, int most) {
        return database.list(new Sql().add(EACH_ONCE).add(which).add(NEWEST_FIRST, most), Known::of);
    }
}
