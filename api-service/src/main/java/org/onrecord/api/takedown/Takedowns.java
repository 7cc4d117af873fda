package org.onrecord.api.takedown;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import org.onrecord.api.person.PeopleStore;
import org.onrecord.api.review.PeopleReviews;
import org.onrecord.api.utterance.UtteranceStore;

/** Takes articles out of the tables. Thread-safe. */
@ApplicationScoped
public class Takedowns {

    /** Of an article that was never stored its events may be in the topics, and its page in the archive. */
    private static final String KNOWN = """
            SELECT 1 WHERE EXISTS (SELECT 1 FROM article WHERE article_id = ?)
                OR EXISTS (SELECT 1 FROM outcome_by_month WHERE article_id = ?)
            """;

    private static final String CREATE = """
            INSERT INTO article (article_id, first_seen_at, last_seen_at, dated_at) VALUES (?, now(), now(), now())
            ON CONFLICT (article_id) DO NOTHING
            """;

    private static final String LOCK = "SELECT 1 FROM article WHERE article_id = ? FOR UPDATE";

    private static final String TAKEN_DOWN = "SELECT 1 FROM article WHERE article_id = ? AND taken_down_at IS NOT NULL";

    private static final String FORGET_STREAM =
            "DELETE FROM quote_log_by_day WHERE quote_id IN (SELECT quote_id FROM quote WHERE article_id = ?)";

    /** What was to be told of it is not; what a receiver answered may be what it was told. */
    private static final String WITHDRAW_DELIVERIES = """
            UPDATE delivery SET answer = NULL, state = CASE state WHEN 'pending' THEN 'withdrawn' ELSE state END
            WHERE article_id = ?
            """;

    private static final String FORGET_LINES = "DELETE FROM digest_line WHERE article_id = ?";

    /** What went wrong with it, or with its page before there was an article on it, may be told with words of it. */
    private static final String FORGET_DETAILS = """
            UPDATE outcome_by_month SET detail = NULL WHERE reason <> 'taken-down' AND detail IS NOT NULL
                AND (article_id = ? OR article_id IS NULL
                    AND url_key IN (SELECT url_key FROM article_url WHERE article_id = ?))
            """;

    /** Of the newest request that led to it, so that its trace ends so. */
    private static final String TELL = """
            INSERT INTO outcome_by_month (outcome_id, request_id, url, url_key, article_id, stage, reason, detail, at)
            SELECT md5('taken-down' || article_id)::uuid, request_id, url, url_key, article_id, 'store', 'taken-down',
                ?, now()
            FROM outcome_by_month WHERE article_id = ?
                AND NOT EXISTS (SELECT 1 FROM outcome_by_month WHERE outcome_id = md5('taken-down' || ?)::uuid)
            ORDER BY at DESC LIMIT 1
            ON CONFLICT DO NOTHING
            """;

    private static final String CLOSE = """
            UPDATE article SET version = NULL, extractor = NULL, analysis_id = NULL, url = NULL, site = NULL,
                title = NULL, language = NULL, published_at = NULL, search = NULL, etag = NULL, fingerprint = NULL,
                taken_down_at = coalesce(taken_down_at, clock_timestamp()), takedown_reason = coalesce(?, takedown_reason)
            WHERE article_id = ?
            """;

    private static final String ADDRESSES = """
            SELECT url FROM article_url WHERE article_id = ?
            UNION SELECT url FROM outcome_by_month WHERE article_id = ? AND url IS NOT NULL ORDER BY url
            """;

    /** For the answer to the takedown, which asks the archive itself. */
    private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(1);

    private static final String TOLD_BY_THE_TOPIC = "taken down before, as its topic tells";

    private final Jdbi jdbi;

    Takedowns(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Takes an article out of every table, but for its id and addresses, by which it is kept out, and asks for its events to be
     * erased. May be repeated.
     *
     * @return the addresses that led to it, which are to be erased from the archive; empty if there is no such article
     * @throws org.jdbi.v3.core.JdbiException if the database is away; nothing is changed then
     */
    @Transactional
    public Optional<List<String>> take(UUID articleId, @Nullable String reason) {
        return jdbi.withHandle(handle -> {
            if (!isThere(handle, KNOWN, articleId, articleId)) {
                return Optional.empty();
            }
            take(handle, articleId, reason, ANSWERED_WITHIN);
            return Optional.of(addresses(handle, articleId));
        });
    }

    /**
     * Takes an article down that its topic says was taken down. That is news to a database that was put back from a backup of before;
     * what the topic has of the article may be on its way still.
     *
     * @return whether it was news
     * @throws org.jdbi.v3.core.JdbiException if the database is away; nothing is changed then
     */
    @Transactional
    public boolean takeAgain(UUID articleId) {
        return jdbi.withHandle(handle -> {
            if (isThere(handle, TAKEN_DOWN, articleId)) {
                return false;
            }
            take(handle, articleId, TOLD_BY_THE_TOPIC, Duration.ZERO);
            return true;
        });
    }

    private static void take(Handle handle, UUID articleId, @Nullable String reason, Duration archiveAfter) {
        handle.execute(CREATE, articleId);
        isThere(handle, LOCK, articleId);
        Erasures.want(handle, articleId);
        Erasures.wantFromArchive(handle, articleId, archiveAfter);
        handle.execute(FORGET_STREAM, articleId);
        PeopleStore.awaitSettling(handle, articleId);
        UtteranceStore.awaitSettling(handle, articleId);
        Set<UUID> people = PeopleReviews.of(handle, articleId);
        for (String table : List.of("review", "analysis", "article_version", "observation")) {
            handle.execute("DELETE FROM " + table + " WHERE article_id = ?", articleId);
        }
        handle.execute(WITHDRAW_DELIVERIES, articleId);
        handle.execute(FORGET_LINES, articleId);
        PeopleReviews.forget(handle, people);
        handle.execute(FORGET_DETAILS, articleId, articleId);
        handle.execute(TELL, reason, articleId, articleId.toString());
        handle.execute(CLOSE, reason, articleId);
    }

    /** The addresses that led to an article. */
    List<String> addresses(UUID articleId) {
        return jdbi.withHandle(handle -> addresses(handle, articleId));
    }

    private static List<String> addresses(Handle handle, UUID articleId) {
        return handle.select(ADDRESSES, articleId, articleId)
                .mapTo(String.class)
                .list();
    }

    private static boolean isThere(Handle handle, String query, Object... values) {
        return handle.select(query, values).mapTo(Integer.class).findOne().isPresent();
    }

    /** Whether an article was taken down. */
    public boolean covers(UUID articleId) {
        return jdbi.withHandle(handle -> isThere(handle, TAKEN_DOWN, articleId));
    }
}
