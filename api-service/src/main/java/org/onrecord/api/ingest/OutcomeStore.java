package org.onrecord.api.ingest;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import io.quarkus.narayana.jta.QuarkusTransaction;

import org.onrecord.api.takedown.Erasures;
import org.onrecord.api.trace.UrlKey;
import org.onrecord.chassis.event.WireName;
import org.onrecord.contracts.Outcome;
import org.onrecord.contracts.OutcomeReason;

/** Keeps outcomes, each once: of an outcome told twice the first time counts. Thread-safe. */
@ApplicationScoped
class OutcomeStore {
    private static final String INSERT = """
            INSERT INTO outcome_by_month (outcome_id, request_id, url, url_key, article_id, version, stage, reason, detail, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;

    private static final String FORGET_LATER =
            "DELETE FROM outcome_by_month WHERE outcome_id = ? AND (at, coalesce(detail, '')) > (?, coalesce(?, ''))";

    private static final String FORGET_DETAIL = "UPDATE outcome_by_month SET detail = NULL WHERE outcome_id = ?";

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
        boolean changed = insert(outcome) || insertInPlaceOfLater(outcome);
        if (outcome.reason() != OutcomeReason.TAKEN_DOWN) {
            forgetWhatIsTakenDown(outcome);
        }
        return changed;
    }

    /** What was told in another month stays beside it: no key of all months finds that, and readers take the first. */
    private boolean insert(Outcome outcome) {
        return jdbi.withHandle(handle -> insert(handle, outcome));
    }

    private boolean insertInPlaceOfLater(Outcome outcome) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(
                        handle -> handle.execute(FORGET_LATER, outcome.outcomeId(), outcome.at(), outcome.detail()) > 0
                                && insert(handle, outcome)));
    }

    /** After it was committed, so that whoever takes the article down meanwhile finds it, or is found here. */
    private void forgetWhatIsTakenDown(Outcome outcome) {
        jdbi.useHandle(handle -> {
            if (outcome.articleId() == null) {
                if (outcome.url() != null && isThere(handle, PAGE_IS_TAKEN_DOWN, UrlKey.of(outcome.url()))) {
                    handle.execute(FORGET_DETAIL, outcome.outcomeId());
                }
            } else if (isThere(handle, IS_TAKEN_DOWN, outcome.articleId())) {
                handle.execute(FORGET_DETAIL, outcome.outcomeId());
                Erasures.wantToldOf(handle, outcome.articleId());
            }
        });
    }

    private static boolean isThere(Handle handle, String query, UUID id) {
        return handle.select(query, id).mapTo(Integer.class).findOne().isPresent();
    }

    private static boolean insert(Handle handle, Outcome outcome) {
        return handle.execute(
                        INSERT,
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
