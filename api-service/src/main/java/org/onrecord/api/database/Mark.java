package org.onrecord.api.database;

import org.jdbi.v3.core.Jdbi;

/**
 * How far the primary is, and what it has that no answer may lack.
 *
 * @param at up to where its log of changes is safe on its disk, in bytes; all that anybody sees of it is before that
 * @param takedowns told from any others: those of the last hour
 */
record Mark(long at, String takedowns) {

    private static final int SECONDS_TO_ANSWER = 3;

    /** All of them are compared, not the last: one may be dated before another and be seen after it. */
    private static final String NOW = """
            SELECT pg_wal_lsn_diff(pg_current_wal_flush_lsn(), '0/0')::bigint AS at,
                (SELECT coalesce(md5(string_agg(article_id::text, ',' ORDER BY taken_down_at, article_id)), '')
                    FROM article WHERE taken_down_at > now() - interval '1 hour') AS takedowns
            """;

    /** @throws org.jdbi.v3.core.JdbiException if the primary is away, or is none */
    static Mark of(Jdbi primary) {
        return primary.withHandle(handle -> handle.createQuery(NOW)
                .setQueryTimeout(SECONDS_TO_ANSWER)
                .map(row -> new Mark(row.getColumn("at", Long.class), row.getColumn("takedowns", String.class)))
                .one());
    }
}
