package org.onrecord.api.ingest;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import org.onrecord.api.takedown.Erasures;
import org.onrecord.api.trace.UrlKey;
import org.onrecord.chassis.event.WireName;
import org.onrecord.contracts.Outcome;
import org.onrecord.contracts.OutcomeReason;

/** Keeps outcomes, each once: of an outcome told twice the first time counts. Thread-safe. */
@ApplicationScoped
class OutcomeStore {
    private static final String UPSERT = """
            INSERT INTO outcome (outcome_id, request_id, url, url_key, article_id, version, stage, reason, detail, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (outcome_id) DO UPDATE SET at = excluded.at, detail = excluded.detail
            WHERE (excluded.at, coalesce(excluded.detail, '')) < (outcome.at, coalesce(outcome.detail, ''))
            """;

    private static final String FORGET_DETAIL = "UPDATE outcome SET detail = NULL WHERE outcome_id = ?";

    /** An event of it is in the topics, although it was taken down: it was on its way. */
    private static final String IS_TAKEN_DOWN =
            "SELECT 1 FROM article WHERE article_id = ? AND taken_down_at IS NOT NULL";

    /** Its page was read when there was no article on it yet, and is told of anew. */
    private static final String PAGE_IS_TAKEN_DOWN = """
            SELECT 1 FROM article_url JOIN article USING (article_id)
            WHERE url_key = ? AND taken_down_at IS NOT NULL LIMIT 1
            """;

    private final Jdbi jdbi;

    OutcomeStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * @return whether it was new, or earlier than what was kept
     * @throws org.jdbi.v3.core.JdbiException if the database refuses or is away; nothing is stored then
     */
    boolean store(Outcome outcome) {
        return jdbi.withHandle(handle -> {
            boolean changed = store(handle, outcome);
            if (outcome.reason() == OutcomeReason.TAKEN_DOWN) {
                return changed;
            }
            if (outcome.articleId() == null) {
                if (outcome.url() != null && isThere(handle, PAGE_IS_TAKEN_DOWN, UrlKey.of(outcome.url()))) {
                    handle.execute(FORGET_DETAIL, outcome.outcomeId());
                }
            } else if (isThere(handle, IS_TAKEN_DOWN, outcome.articleId())) {
                handle.execute(FORGET_DETAIL, outcome.outcomeId());
                Erasures.wantToldOf(handle, outcome.articleId());
            }
            return changed;
        });
    }

    private static boolean isThere(Handle handle, String query, UUID id) {
        return handle.select(query, id).mapTo(Integer.class).findOne().isPresent();
    }

    private static boolean store(Handle handle, Outcome outcome) {
        return handle.execute(
                        UPSERT,
                        outcome.outcomeId(),
                        outcome.requestId(),
                        outcome.url(),
                        outcome.url() == null ? null : UrlKey.of(outcome.url()),
                        outcome.articleId(),
                        outcome.version(),
                        WireName.of(outcome.stage()),
                        WireName.of(outcome.reason()),
                        outcome.detail(),
                        outcome.at())
                > 0;
    }
}
