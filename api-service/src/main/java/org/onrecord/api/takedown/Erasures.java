package org.onrecord.api.takedown;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

import org.onrecord.chassis.event.ArticleKey;
import org.onrecord.contracts.Article;

/** What is yet to be erased outside the tables. Thread-safe. */
@ApplicationScoped
public class Erasures {
    private static final int AT_ONCE = 100;

    private static final String AGAIN =
            " ON CONFLICT (record_key) DO UPDATE SET due_at = excluded.due_at, rounds_left = excluded.rounds_left";

    private static final String WANT_ALL = """
            INSERT INTO erasure (record_key) SELECT ?
            UNION SELECT article_id || '/' || version || '/' || request_id FROM observation
                WHERE article_id = ? AND request_id IS NOT NULL
            """ + AGAIN;

    private static final String WANT = "INSERT INTO erasure (record_key) VALUES (?)" + AGAIN;

    /** Of what the scraper and the reader told of it, whether or not it was stored. */
    private static final String TOLD_OF = """
            SELECT DISTINCT article_id || '/' || version || '/' || request_id FROM outcome_by_month
            WHERE article_id = ANY (?) AND version IS NOT NULL AND request_id IS NOT NULL
            """;

    private static final String WANT_FROM_ARCHIVE = """
            INSERT INTO archive_erasure (article_id, due_at) VALUES (?, now() + ? * interval '1 second')
            ON CONFLICT (article_id) DO UPDATE SET due_at = excluded.due_at
            """;

    private static final String DUE =
            "SELECT record_key, due_at FROM erasure WHERE due_at <= now() ORDER BY due_at, record_key LIMIT ?";

    /** Only if it was not asked for again meanwhile. */
    private static final String DONE = """
            UPDATE erasure SET rounds_left = rounds_left - 1, due_at = now() + ? * interval '1 second'
            WHERE record_key = ? AND due_at = ?
            """;

    private static final String FORGET = "DELETE FROM erasure WHERE record_key = ? AND rounds_left <= 0";

    private final Jdbi jdbi;

    Erasures(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A key whose records are to be erased, and since when they are. */
    record Due(String recordKey, Instant since) {}

    /** Asks for all known events of an article to be erased, as part of the transaction that takes it down, before it does. */
    static void want(Handle handle, UUID articleId) {
        handle.execute(WANT_ALL, ArticleKey.before(articleId), articleId);
    }

    /** Asks for an event to be erased that came although its article was taken down, as part of the transaction that refuses it. */
    public static void want(Handle handle, Article refused) {
        handle.execute(WANT, ArticleKey.of(refused));
        wantToldOf(handle, refused.articleId());
    }

    /** Asks for the events of which outcomes tell to be erased. */
    public static void wantToldOf(Handle handle, UUID articleId) {
        handle.execute(WANT, ArticleKey.before(articleId));
    }

    /**
     * Asks for an article to be erased from the archive.
     *
     * @param after how soon; asking again puts it off, or brings it forward
     */
    static void wantFromArchive(Handle handle, UUID articleId, Duration after) {
        handle.execute(WANT_FROM_ARCHIVE, articleId, after.toSeconds());
    }

    void putOffInArchive(UUID articleId, Duration by) {
        jdbi.useHandle(handle -> wantFromArchive(handle, articleId, by));
    }

    void doneInArchive(UUID articleId) {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM archive_erasure WHERE article_id = ?", articleId));
    }

    Optional<UUID> dueInArchive() {
        return jdbi.withHandle(handle -> handle.select(
                        "SELECT article_id FROM archive_erasure WHERE due_at <= now() ORDER BY due_at LIMIT 1")
                .mapTo(UUID.class)
                .findOne());
    }

    List<Due> due() {
        return jdbi.withHandle(handle -> handle.select(DUE, AT_ONCE)
                .map(row -> new Due(row.getColumn("record_key", String.class), row.getColumn("due_at", Instant.class)))
                .list());
    }

    /** All keys that are to be erased with those that are due: an article's id stands for all that outcomes tell of it by now. */
    Set<String> keys(List<Due> due) {
        Set<String> keys = new LinkedHashSet<>();
        List<UUID> articles = new ArrayList<>();
        for (Due each : due) {
            keys.add(each.recordKey());
            ArticleKey.articleId(each.recordKey().getBytes(StandardCharsets.UTF_8))
                    .filter(articleId -> ArticleKey.before(articleId).equals(each.recordKey()))
                    .ifPresent(articles::add);
        }
        keys.addAll(jdbi.withHandle(handle -> handle.select(TOLD_OF)
                .bindArray(0, UUID.class, articles)
                .mapTo(String.class)
                .list()));
        return keys;
    }

    /**
     * Ends a round.
     *
     * @param erased what the broker has acknowledged
     * @param again how long until the next round, where there is one
     */
    void done(List<Due> erased, Duration again) {
        jdbi.useHandle(handle -> {
            PreparedBatch done = handle.prepareBatch(DONE);
            PreparedBatch forget = handle.prepareBatch(FORGET);
            for (Due due : erased) {
                done.add(again.toSeconds(), due.recordKey(), due.since());
                forget.add(due.recordKey());
            }
            done.execute();
            forget.execute();
        });
    }
}
