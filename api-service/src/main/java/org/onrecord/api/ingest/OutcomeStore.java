package org.onrecord.api.ingest;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Jdbi;

import org.onrecord.api.trace.UrlKey;
import org.onrecord.chassis.event.WireName;
import org.onrecord.contracts.Outcome;

/** Keeps outcomes, each once: of an outcome told twice the first time counts. Thread-safe. */
@ApplicationScoped
class OutcomeStore {
    private static final String UPSERT = """
            INSERT INTO outcome (outcome_id, request_id, url, url_key, article_id, version, stage, reason, detail, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (outcome_id) DO UPDATE SET at = excluded.at, detail = excluded.detail
            WHERE (excluded.at, coalesce(excluded.detail, '')) < (outcome.at, coalesce(outcome.detail, ''))
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
        return jdbi.withHandle(handle -> handle.execute(
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
                        outcome.at()))
                > 0;
    }
}
