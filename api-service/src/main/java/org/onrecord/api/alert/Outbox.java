package org.onrecord.api.alert;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;

import org.onrecord.api.alert.Recipient.Mailbox;
import org.onrecord.api.alert.Recipient.Webhook;
import org.onrecord.api.stream.LogPosition;

/**
 * The table of deliveries. One is written in the transaction that moves the cursor past its quote, and ends in the transaction that
 * notes its answer: so one that is killed in between is sent again, under its id. Blocks; thread-safe.
 */
@ApplicationScoped
class Outbox {

    private static final Duration TRIED_FOR = Duration.ofDays(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);
    private static final Duration FAILING_FOR = Duration.ofDays(7);
    /** How long an instance begins to send for an alert that it claimed. */
    static final Duration LONGEST_TURN = Duration.ofSeconds(10);

    private static final Duration MARGIN = Duration.ofSeconds(5);

    private static final int KEPT_DAYS = 30;

    private static final String CURSOR = """
            SELECT xid::text::bigint AS xid, no, xid >= pg_snapshot_xmax(pg_current_snapshot()) AS ahead FROM alert_cursor
            """;

    private static final String MOVE = """
            UPDATE alert_cursor SET xid = ?::text::xid8, no = ? WHERE xid = ?::text::xid8 AND no = ?
            """;

    /** Unless one of its utterance was told of. */
    private static final String TELL = """
            WITH told AS (
                INSERT INTO alert_told (alert_id, wording_id)
                SELECT a.alert_id, q.wording_id FROM alert a, quote q
                WHERE a.alert_id = ? AND q.quote_id = ? AND q.current AND NOT EXISTS (
                    SELECT 1 FROM alert_told t WHERE t.alert_id = a.alert_id AND (t.wording_id = q.wording_id
                        OR t.wording_id IN (SELECT w.wording_id FROM wording w WHERE w.utterance_id = (
                            SELECT utterance_id FROM wording WHERE wording_id = q.wording_id))))
                ON CONFLICT DO NOTHING RETURNING alert_id),
             line AS (
                INSERT INTO digest_line (alert_id, quote_id, article_id, due_at)
                SELECT a.alert_id, ?, ?, %s FROM told JOIN alert a ON a.alert_id = told.alert_id WHERE a.email IS NOT NULL
                ON CONFLICT DO NOTHING)
            INSERT INTO delivery (delivery_id, alert_id, quote_id, article_id, state)
            SELECT ?, a.alert_id, ?, ?, 'pending' FROM told JOIN alert a ON a.alert_id = told.alert_id WHERE a.url IS NOT NULL
            """.formatted(Digests.PERIOD_END);

    /** Of a key that was revoked nothing is told any more. Tokens of a provider are no keys. */
    private static final String OF_VALID_KEYS = """
            JOIN saved_search s ON s.search_id = a.search_id LEFT JOIN access_key k ON k.key_id = s.owner
            WHERE a.state = 'active' AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now())
            """;

    private static final String CLAIM = """
            UPDATE alert SET leased_until = now() + ? * interval '1 second' WHERE alert_id IN (
                SELECT a.alert_id FROM alert a
            """ + OF_VALID_KEYS + """
                    AND a.next_try_at <= now() AND (a.leased_until IS NULL OR a.leased_until <= now())
                    AND (EXISTS (SELECT 1 FROM delivery d
                            WHERE d.alert_id = a.alert_id AND d.state = 'pending' AND d.due_at <= now())
                        OR a.email IS NOT NULL AND
            """ + Digests.IS_RIPE + """
                    )
                ORDER BY a.next_try_at LIMIT ? FOR UPDATE OF a SKIP LOCKED)
            RETURNING alert_id
            """;

    private static final String ALERT = """
            SELECT a.alert_id, a.url, a.email, a.secret, CASE WHEN a.previous_until > now() THEN a.previous_secret END AS previous_secret,
                s.search_id, s.name AS search_name, s.query
            FROM alert a JOIN saved_search s ON s.search_id = a.search_id WHERE a.alert_id = ?
            """;

    private static final String NEXT = """
            SELECT d.delivery_id, d.quote_id, d.statements, d.created_at FROM delivery d JOIN alert a ON a.alert_id = d.alert_id
            WHERE d.alert_id = ? AND d.state = 'pending' AND d.due_at <= now() AND a.state = 'active'
            ORDER BY d.due_at, d.created_at, d.delivery_id LIMIT 1
            """;

    private static final String TAKEN = """
            UPDATE delivery SET state = 'delivered', attempts = attempts + 1, tried_at = clock_timestamp(), status = ?, answer = ?,
                error = NULL
            WHERE delivery_id = ? AND state = 'pending'
            """;

    /** The last attempt is made when the time is over, and not before. */
    private static final String NOT_TAKEN = """
            UPDATE delivery SET attempts = attempts + 1, tried_at = clock_timestamp(), status = ?, answer = ?, error = ?,
                state = CASE WHEN clock_timestamp() >= created_at + ? * interval '1 second' THEN 'failed' ELSE state END,
                due_at = least(created_at + ? * interval '1 second', clock_timestamp()
                    + least(?, ? * power(3, least(attempts, 20))) * (0.9 + 0.2 * random()) * interval '1 second')
            WHERE delivery_id = ? AND state = 'pending' RETURNING state
            """;

    private static final String GOES_WELL =
            "UPDATE alert SET failing_since = NULL, failures = 0 WHERE alert_id = ? AND failures > 0";

    /** What waits behind one that failed waits a little too: its receiver may be away. */
    private static final String FAILS = """
            UPDATE alert SET failures = failures + 1, failing_since = coalesce(failing_since, clock_timestamp()),
                next_try_at = clock_timestamp() + least(300, ? * power(2, least(failures, 20))) * interval '1 second'
            WHERE alert_id = ? RETURNING failing_since <= now() - ? * interval '1 second' AS for_long
            """;

    private static final String DISABLE =
            "UPDATE alert SET state = 'disabled', disabled_reason = ? WHERE alert_id = ? AND state = 'active'";

    private static final String GIVE_UP =
            "UPDATE delivery SET state = 'failed' WHERE alert_id = ? AND state = 'pending'";

    private static final String NOTE_TEST = """
            INSERT INTO delivery (delivery_id, alert_id, state, created_at, attempts, tried_at, status, answer, error)
            VALUES (?, ?, ?, ?, 1, clock_timestamp(), ?, ?, ?) RETURNING *
            """;

    private final Jdbi jdbi;
    private final AlertConfig config;
    private final Digests digests;

    Outbox(Jdbi jdbi, AlertConfig config, Digests digests) {
        this.jdbi = jdbi;
        this.config = config;
        this.digests = digests;
    }

    /** Where the cursor stands, and from where on to read: the start, after a dump was restored that has it ahead of the log. */
    record Cursor(LogPosition stands, LogPosition from) {}

    /** An alert whose search is compared with what is new. */
    record Watching(UUID alertId, Instant since, String query) {}

    /** A quote that an alert is to tell of. */
    record Hit(UUID alertId, UUID quoteId, UUID articleId) {}

    /** A delivery whose time has come: of a quote, or a digest of so many statements. */
    record Due(UUID deliveryId, UUID quoteId, int statements, Instant created) {}

    Cursor cursor() {
        return jdbi.withHandle(handle -> handle.select(CURSOR)
                .map(row -> {
                    LogPosition stands =
                            new LogPosition(row.getColumn("xid", Long.class), row.getColumn("no", Long.class));
                    return new Cursor(stands, row.getColumn("ahead", Boolean.class) ? LogPosition.START : stands);
                })
                .one());
    }

    List<Watching> watching() {
        return jdbi.withHandle(handle -> handle.select(
                        "SELECT a.alert_id, a.since, s.query FROM alert a " + OF_VALID_KEYS)
                .map(row -> new Watching(
                        row.getColumn("alert_id", UUID.class),
                        row.getColumn("since", Instant.class),
                        row.getColumn("query", String.class)))
                .list());
    }

    /** Of some quotes, those whose wording is not in its place yet: which utterance they are of may change in a moment. */
    List<UUID> unsettled(List<UUID> quotes) {
        return jdbi.withHandle(handle -> handle.select("""
                        SELECT DISTINCT q.quote_id FROM quote q JOIN wording_waiting w ON w.wording_id = q.wording_id
                        WHERE q.current AND q.quote_id = ANY (?)""")
                .bindArray(0, UUID.class, quotes)
                .mapTo(UUID.class)
                .list());
    }

    /**
     * Moves the cursor and writes what is to be delivered; nothing, if another instance was first.
     *
     */
    @Transactional
    void advance(Cursor cursor, LogPosition to, List<Hit> hits) {
        jdbi.useHandle(handle -> {
            if (handle.execute(
                            MOVE,
                            String.valueOf(to.transaction()),
                            to.number(),
                            String.valueOf(cursor.stands().transaction()),
                            cursor.stands().number())
                    == 0) {
                return;
            }
            for (Hit hit : hits) {
                handle.execute(
                        TELL,
                        hit.alertId(),
                        hit.quoteId(),
                        hit.quoteId(),
                        hit.articleId(),
                        digests.dayBegins(),
                        digests.dayBegins(),
                        id(hit),
                        hit.quoteId(),
                        hit.articleId());
            }
        });
    }

    private static UUID id(Hit hit) {
        return UUID.nameUUIDFromBytes(
                ("delivery\n" + hit.alertId() + "\n" + hit.quoteId()).getBytes(StandardCharsets.UTF_8));
    }

    /** Claims alerts that have something due, for this instance alone. */
    @Transactional
    List<UUID> claim(int most) {
        return jdbi.withHandle(handle -> handle.select(CLAIM, lease().toSeconds(), most)
                .mapTo(UUID.class)
                .list());
    }

    /** Longer than an instance is at one alert: the last attempt of a turn, and the name server before it, may take their time. */
    private Duration lease() {
        return LONGEST_TURN.plus(config.patience().multipliedBy(2)).plus(MARGIN);
    }

    void release(UUID alertId) {
        jdbi.useHandle(handle -> handle.execute("UPDATE alert SET leased_until = NULL WHERE alert_id = ?", alertId));
    }

    Optional<Recipient> recipient(UUID alertId) {
        return jdbi.withHandle(
                handle -> handle.select(ALERT, alertId).map(Outbox::recipient).findOne());
    }

    private static Recipient recipient(RowView row) {
        UUID alert = row.getColumn("alert_id", UUID.class);
        Payload.Search search =
                new Payload.Search(row.getColumn("search_id", UUID.class), row.getColumn("search_name", String.class));
        String email = row.getColumn("email", String.class);
        if (email != null) {
            return new Mailbox(alert, search, row.getColumn("query", String.class), email);
        }
        return new Webhook(
                alert,
                search,
                row.getColumn("url", String.class),
                new SigningSecret(row.getColumn("secret", byte[].class)),
                Optional.ofNullable(row.getColumn("previous_secret", byte[].class))
                        .map(SigningSecret::new));
    }

    /** The next of an alert that is still active. */
    Optional<Due> next(UUID alertId) {
        return jdbi.withHandle(handle -> handle.select(NEXT, alertId)
                .map(row -> new Due(
                        row.getColumn("delivery_id", UUID.class),
                        row.getColumn("quote_id", UUID.class),
                        Optional.ofNullable(row.getColumn("statements", Integer.class))
                                .orElse(0),
                        row.getColumn("created_at", Instant.class)))
                .findOne());
    }

    void withdraw(UUID deliveryId) {
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE delivery SET state = 'withdrawn' WHERE delivery_id = ? AND state = 'pending'", deliveryId));
    }

    /**
     * Notes how an attempt ended.
     *
     * @return whether the next of the same alert may be sent at once
     */
    @Transactional
    boolean note(UUID alertId, UUID deliveryId, Attempt attempt) {
        return jdbi.withHandle(handle -> {
            if (attempt.isTaken()) {
                handle.execute(TAKEN, attempt.status(), attempt.answer(), deliveryId);
                handle.execute(GOES_WELL, alertId);
                return true;
            }
            noteFailure(handle, alertId, deliveryId, attempt);
            return false;
        });
    }

    private void noteFailure(Handle handle, UUID alertId, UUID deliveryId, Attempt attempt) {
        double first = config.firstPause().toMillis() / 1000.0;
        boolean isGivenUp = handle.select(
                        NOT_TAKEN,
                        attempt.status(),
                        attempt.answer(),
                        attempt.error(),
                        TRIED_FOR.toSeconds(),
                        TRIED_FOR.toSeconds(),
                        LONGEST_PAUSE.toSeconds(),
                        first,
                        deliveryId)
                .mapTo(String.class)
                .findOne()
                .filter("failed"::equals)
                .isPresent();
        boolean isForLong = handle.select(FAILS, first, alertId, FAILING_FOR.toSeconds())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
        if (attempt.isGone()) {
            disable(handle, alertId, "The receiver answered 410: it wants nothing any more.");
        } else if (isGivenUp && isForLong) {
            disable(handle, alertId, "Nothing could be delivered for a week.");
        }
    }

    private static void disable(Handle handle, UUID alertId, String why) {
        handle.execute(DISABLE, why, alertId);
        handle.execute(GIVE_UP, alertId);
    }

    /** Notes a test, which is made once. */
    @Transactional
    Delivery noteTest(UUID alertId, UUID deliveryId, Instant created, Attempt attempt) {
        return jdbi.withHandle(handle -> handle.select(
                        NOTE_TEST,
                        deliveryId,
                        alertId,
                        attempt.isTaken() ? "delivered" : "failed",
                        created,
                        attempt.status(),
                        attempt.answer(),
                        attempt.error())
                .map(Delivery::of)
                .one());
    }

    /** Forgets what ended long ago. What was told of is remembered. */
    void forget() {
        jdbi.useHandle(handle -> handle.execute(
                "DELETE FROM delivery WHERE state <> 'pending' AND created_at < now() - ? * interval '1 day'",
                KEPT_DAYS));
    }
}
