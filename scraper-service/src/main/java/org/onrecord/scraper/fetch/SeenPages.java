package org.onrecord.scraper.fetch;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Jdbi;

import org.onrecord.scraper.database.InTurn;
import org.onrecord.scraper.identity.PageId;

/** Remembers what servers said of pages, for all replicas. Thread-safe. */
@ApplicationScoped
public class SeenPages {

    private final Jdbi jdbi;
    private final InTurn inTurn;

    SeenPages(Jdbi jdbi, InTurn inTurn) {
        this.jdbi = jdbi;
        this.inTurn = inTurn;
    }

    /** @throws org.jdbi.v3.core.JdbiException if the database did not answer */
    Optional<SeenPage> find(String url) {
        return inTurn.withHandle(handle -> handle.select("""
                        SELECT entity_tag, last_modified, extract(epoch FROM fresh_until - now()) * 1000 AS fresh
                        FROM seen_page WHERE id = ?""", PageId.of(url))
                .map(row -> new SeenPage(
                        url,
                        Optional.ofNullable(row.getColumn("entity_tag", String.class)),
                        Optional.ofNullable(row.getColumn("last_modified", String.class)),
                        SeenPage.credible(Duration.ofMillis(
                                row.getColumn("fresh", Double.class).longValue()))))
                .findOne());
    }

    /**
     * Remembers a page of which everything that was read is published, and not before: whoever asks again is told that
     * nothing has changed.
     *
     * @throws org.jdbi.v3.core.JdbiException if the database did not take it
     */
    public void remember(SeenPage page) {
        inTurn.withHandle(handle -> handle.execute(
                """
                INSERT INTO seen_page (id, entity_tag, last_modified, fresh_until)
                VALUES (?, ?, ?, now() + ? * interval '1 ms')
                ON CONFLICT (id) DO UPDATE SET
                    entity_tag = excluded.entity_tag, last_modified = excluded.last_modified,
                    fresh_until = excluded.fresh_until, seen_at = now()""",
                PageId.of(page.url()),
                page.entityTag().orElse(null),
                page.lastModified().orElse(null),
                page.fresh().toMillis()));
    }

    /** Forgets pages that were seen last longer ago than this. */
    public void forget(Duration age) {
        jdbi.useHandle(handle ->
                handle.execute("DELETE FROM seen_page WHERE seen_at < now() - ? * interval '1 ms'", age.toMillis()));
    }
}
