package org.onrecord.api.alert;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jdbi.v3.core.Jdbi;

/**
 * What waits to be told of by mail. A line is written in the transaction that moves the cursor past its quote; when its period is over,
 * one statement makes a delivery and gives it all lines that wait. So each is in one digest, whatever is killed. Blocks; thread-safe.
 */
@ApplicationScoped
class Digests {

    /** Of the alert {@code a}: when the hour, or the day as the operator begins it, is over. */
    static final String PERIOD_END = """
            CASE a.period
                WHEN 'hourly' THEN date_trunc('hour', clock_timestamp()) + interval '1 hour'
                ELSE date_trunc('day', clock_timestamp() - ? * interval '1 second', 'UTC')
                    + interval '1 day' + ? * interval '1 second' END
            """;

    /** That there is something to gather for the alert {@code a}. While one digest cannot be sent, the next one grows. */
    static final String IS_RIPE = """
            (a.digest_after IS NULL OR a.digest_after <= now())
            AND EXISTS (SELECT 1 FROM digest_line l
                WHERE l.alert_id = a.alert_id AND l.delivery_id IS NULL AND l.due_at <= now())
            AND NOT EXISTS (SELECT 1 FROM delivery p WHERE p.alert_id = a.alert_id AND p.state = 'pending')
            """;

    private static final String GATHER = """
            WITH ripe AS (
                UPDATE alert a SET digest_after = %s
                WHERE a.alert_id = ? AND a.state = 'active' AND a.email IS NOT NULL AND %s
                RETURNING a.alert_id),
            made AS (
                INSERT INTO delivery (delivery_id, alert_id, state, statements)
                SELECT ?, r.alert_id, 'pending',
                    (SELECT count(*) FROM digest_line l WHERE l.alert_id = r.alert_id AND l.delivery_id IS NULL)
                FROM ripe r RETURNING delivery_id, alert_id)
            UPDATE digest_line l SET delivery_id = m.delivery_id FROM made m
            WHERE l.alert_id = m.alert_id AND l.delivery_id IS NULL
            """.formatted(PERIOD_END, IS_RIPE);

    private static final String QUOTES = "SELECT quote_id FROM digest_line WHERE delivery_id = ? ORDER BY no";

    private final Jdbi jdbi;
    private final MailConfig config;

    Digests(Jdbi jdbi, MailConfig config) {
        this.jdbi = jdbi;
        this.config = config;
    }

    /** How long after midnight days begin, twice, as {@link #PERIOD_END} asks for it. */
    long dayBegins() {
        return Duration.between(LocalTime.MIN, config.dailyAt()).toSeconds();
    }

    /** Makes a digest of what waits for an alert, if it is time and none is under way. */
    @Transactional
    void gather(UUID alertId) {
        jdbi.useHandle(handle -> handle.execute(GATHER, dayBegins(), dayBegins(), alertId, UUID.randomUUID()));
    }

    /** The quotes that a digest tells of, in the order in which they were found. */
    List<UUID> quotes(UUID deliveryId) {
        return jdbi.withHandle(
                handle -> handle.select(QUOTES, deliveryId).mapTo(UUID.class).list());
    }
}
