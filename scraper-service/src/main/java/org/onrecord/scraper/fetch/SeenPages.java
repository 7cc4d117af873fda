package org.onrecord.scraper.fetch;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.onrecord.scraper.database.Database;
import org.onrecord.scraper.identity.PageId;

import static org.onrecord.scraper.database.Database.update;

/** Remembers what servers said of pages, for all replicas. Thread-safe. */
@ApplicationScoped
public class SeenPages {

    private final Database database;

    SeenPages(Database database) {
        this.database = database;
    }

    /** @throws org.onrecord.scraper.database.DatabaseAwayException if the database did not answer */
    Optional<SeenPage> find(String url) {
        return database.inTurn(() -> database.statement(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    SELECT entity_tag, last_modified, extract(epoch FROM fresh_until - now()) * 1000
                    FROM seen_page WHERE id = ?""")) {
                statement.setObject(1, PageId.of(url));
                ResultSet row = statement.executeQuery();
                return row.next()
                        ? Optional.of(new SeenPage(
                                url,
                                Optional.ofNullable(row.getString(1)),
                                Optional.ofNullable(row.getString(2)),
                                Duration.ofMillis((long) Math.max(0, row.getDouble(3)))))
                        : Optional.empty();
            }
        }));
    }

    /**
     * Remembers a page of which everything that was read is published, and not before: whoever asks again is told that
     * nothing has changed.
     *
     * @throws org.onrecord.scraper.database.DatabaseAwayException if the database did not take it
     */
    public void remember(SeenPage page) {
        database.inTurn(() -> database.statement(connection -> update(
                connection,
                """
                INSERT INTO seen_page (id, entity_tag, last_modified, fresh_until)
                VALUES (?, ?, ?, now() + ? * interval '1 ms')
                ON CONFLICT (id) DO UPDATE SET
                    entity_tag = excluded.entity_tag, last_modified = excluded.last_modified,
                    fresh_until = excluded.fresh_until, seen_at = now()""",
                PageId.of(page.url()),
                page.entityTag().orElse(null),
                page.lastModified().orElse(null),
                page.fresh().toMillis())));
    }

    /** Forgets pages that were seen last longer ago than this. */
    public void forget(Duration age) {
        database.statement(connection -> update(
                connection, "DELETE FROM seen_page WHERE seen_at < now() - ? * interval '1 ms'", age.toMillis()));
    }
}
