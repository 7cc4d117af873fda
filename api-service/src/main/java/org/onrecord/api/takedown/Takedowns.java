package org.onrecord.api.takedown;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import org.onrecord.api.person.PeopleStore;
import org.onrecord.api.utterance.UtteranceStore;

/** Takes articles out of the tables. Thread-safe. */
@ApplicationScoped
public class Takedowns {

    private static final String LOCK =
            "SELECT version IS NOT NULL OR taken_down_at IS NOT NULL FROM article WHERE article_id = ? FOR UPDATE";

    private static final String FORGET_STREAM =
            "DELETE FROM quote_log WHERE quote_id IN (SELECT quote_id FROM quote WHERE article_id = ?)";

    /** Of the newest request that led to it, so that its trace ends so. */
    private static final String TELL = """
            INSERT INTO outcome (outcome_id, request_id, url, url_key, article_id, stage, reason, detail, at)
            SELECT md5('taken-down' || article_id)::uuid, request_id, url, url_key, article_id, 'store', 'taken-down',
                ?, now()
            FROM outcome WHERE article_id = ? ORDER BY at DESC LIMIT 1
            ON CONFLICT (outcome_id) DO NOTHING
            """;

    private static final String CLOSE = """
            UPDATE article SET version = NULL, extractor = NULL, analysis_id = NULL, url = NULL, site = NULL,
                title = NULL, language = NULL, published_at = NULL, search = NULL, etag = NULL, fingerprint = NULL,
                taken_down_at = coalesce(taken_down_at, now()), takedown_reason = coalesce(?, takedown_reason)
            WHERE article_id = ?
            """;

    private final Jdbi jdbi;

    Takedowns(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Takes an article out of every table, but for its id and addresses, by which it is kept out. May be repeated.
     *
     * @return the addresses that led to it; empty if there is no such article
     * @throws org.jdbi.v3.core.JdbiException if the database is away; nothing is changed then
     */
    @Transactional
    public Optional<List<String>> take(UUID articleId, @Nullable String reason) {
        return jdbi.withHandle(
                handle -> isThere(handle, articleId) ? Optional.of(take(handle, articleId, reason)) : Optional.empty());
    }

    private static List<String> take(Handle handle, UUID articleId, @Nullable String reason) {
        handle.execute(FORGET_STREAM, articleId);
        PeopleStore.awaitSettling(handle, articleId);
        UtteranceStore.awaitSettling(handle, articleId);
        for (String table : List.of("analysis", "article_version", "observation")) {
            handle.execute("DELETE FROM " + table + " WHERE article_id = ?", articleId);
        }
        handle.execute(TELL, reason, articleId);
        handle.execute(CLOSE, reason, articleId);
        return handle.select("SELECT url FROM article_url WHERE article_id = ? ORDER BY url", articleId)
                .mapTo(String.class)
                .list();
    }

    private static boolean isThere(Handle handle, UUID articleId) {
        return handle.select(LOCK, articleId).mapTo(Boolean.class).findOne().orElse(false);
    }

    /** Whether an article was taken down. */
    public boolean covers(UUID articleId) {
        return jdbi.withHandle(handle -> handle.select(
                        "SELECT 1 FROM article WHERE article_id = ? AND taken_down_at IS NOT NULL", articleId)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }
}
