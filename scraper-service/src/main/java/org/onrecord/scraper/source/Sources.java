package org.onrecord.scraper.source;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.onrecord.scraper.database.Database;
import org.onrecord.scraper.frontier.Frontier;

import static org.onrecord.scraper.database.Database.prepared;
import static org.onrecord.scraper.database.Database.update;

/** The sources in the database, as their operator adds, sees and changes them. Each call is one transaction; thread-safe. */
@ApplicationScoped
class Sources {

    private static final String SELECT = """
            SELECT id, url, state, include, exclude, added_at, articles_found, last_found_at, last_error, last_error_at,
                   position
            FROM source
            """;

    private final Database database;
    private final Channels channels;
    private final Frontier frontier;

    Sources(Database database, Channels channels, Frontier frontier) {
        this.database = database;
        this.channels = channels;
        this.frontier = frontier;
    }

    /** A source and whether it is new. */
    record Added(Source source, boolean fresh) {}

    /** A piece of the list. */
    record Piece(List<Source> sources, Optional<Long> next) {}

    /** Adds a source; one that is there already stays as it is. */
    Added add(URI url, Selection selection) {
        UUID id = UUID.nameUUIDFromBytes(url.toString().getBytes(StandardCharsets.UTF_8));
        return database.transaction(connection -> {
            int added = update(
                    connection,
                    """
                    INSERT INTO source (id, url, state, include, exclude) VALUES (?, ?, 'discovering', ?, ?)
                    ON CONFLICT DO NOTHING""",
                    id,
                    url.toString(),
                    array(connection, selection.include()),
                    array(connection, selection.exclude()));
            if (added > 0) {
                channels.add(connection, id, url);
            }
            return new Added(find(connection, id).orElseThrow(), added > 0);
        });
    }

    Optional<Source> find(UUID id) {
        return database.transaction(connection -> find(connection, id));
    }

    private static Optional<Source> find(Connection connection, UUID id) throws SQLException {
        return listed(connection, SELECT + "WHERE id = ?", id).stream()
                .findFirst()
                .map(Positioned::source);
    }

    /**
     * In the order in which they were added.
     *
     * @param after position of the last one that is known
     */
    Piece list(long after, int limit, Optional<SourceState> state) {
        return database.transaction(connection -> {
            List<Positioned> found = listed(
                    connection,
                    SELECT + "WHERE position > ? AND (?::text IS NULL OR state = ?) ORDER BY position LIMIT ?",
                    after,
                    state.map(SourceState::label).orElse(null),
                    state.map(SourceState::label).orElse(null),
                    limit + 1);
            boolean more = found.size() > limit;
            List<Positioned> shown = more ? found.subList(0, limit) : found;
            return new Piece(
                    shown.stream().map(Positioned::source).toList(),
                    more ? Optional.of(shown.getLast().position()) : Optional.empty());
        });
    }

    /** Changes which pages are wanted, and pauses or resumes; what is absent stays. Empty if there is no such source. */
    Optional<Source> change(UUID id, SourceChange change) {
        return database.transaction(connection -> {
            update(
                    connection,
                    "UPDATE source SET include = coalesce(?, include), exclude = coalesce(?, exclude) WHERE id = ?",
                    change.include().isPresent()
                            ? array(connection, change.include().get())
                            : null,
                    change.exclude().isPresent()
                            ? array(connection, change.exclude().get())
                            : null,
                    id);
            if (change.include().isPresent() || change.exclude().isPresent()) {
                // What the old patterns passed over may be wanted now: the documents are read again.
                update(
                        connection,
                        "UPDATE channel SET entity_tag = NULL, last_modified = NULL, digest = NULL WHERE source_id = ?",
                        id);
            }
            if (change.paused().isPresent()) {
                pause(connection, id, change.paused().get());
            }
            return find(connection, id);
        });
    }

    private void pause(Connection connection, UUID id, boolean paused) throws SQLException {
        if (paused) {
            update(connection, "UPDATE source SET state = 'paused' WHERE id = ?", id);
            update(
                    connection,
                    "DELETE FROM fetch_request WHERE channel_id IN (SELECT id FROM channel WHERE source_id = ?)",
                    id);
            return;
        }
        int resumed = update(connection, """
                UPDATE source SET state = CASE
                    WHEN EXISTS (SELECT FROM channel WHERE source_id = source.id AND kind <> 'undiscovered') THEN 'active'
                    ELSE 'discovering' END
                WHERE id = ? AND state = 'paused'""", id);
        if (resumed > 0) {
            for (Map.Entry<UUID, String> channel : urls(connection, id).entrySet()) {
                frontier.poll(connection, channel.getKey(), channel.getValue());
            }
        }
    }

    private static Map<UUID, String> urls(Connection connection, UUID source) throws SQLException {
        Map<UUID, String> urls = new HashMap<>();
        try (PreparedStatement statement =
                        prepared(connection, "SELECT id, url FROM channel WHERE source_id = ?", source);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                urls.put(rows.getObject(1, UUID.class), rows.getString(2));
            }
        }
        return urls;
    }

    /** What it found is kept, and what waits to be fetched is fetched. Whether there was such a source. */
    boolean delete(UUID id) {
        return database.transaction(connection -> update(connection, "DELETE FROM source WHERE id = ?", id)) > 0;
    }

    private record Positioned(Source source, long position) {}

    private static List<Positioned> listed(Connection connection, String sql, Object... values) throws SQLException {
        List<Positioned> found = new ArrayList<>();
        try (PreparedStatement statement = prepared(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.add(new Positioned(source(row), row.getLong(11)));
            }
        }
        Map<UUID, List<Source.Listed>> channels = channels(
                connection,
                found.stream().map(positioned -> positioned.source().id()).toList());
        return found.stream()
                .map(positioned -> new Positioned(
                        positioned
                                .source()
                                .with(channels.getOrDefault(positioned.source().id(), List.of())),
                        positioned.position()))
                .toList();
    }

    private static Source source(ResultSet row) throws SQLException {
        return new Source(
                row.getObject(1, UUID.class),
                row.getString(2),
                SourceState.of(row.getString(3)),
                texts(row, 4),
                texts(row, 5),
                row.getTimestamp(6).toInstant(),
                row.getLong(7),
                instant(row, 8),
                Optional.ofNullable(row.getString(9)),
                instant(row, 10),
                List.of());
    }

    private static Map<UUID, List<Source.Listed>> channels(Connection connection, List<UUID> sources)
            throws SQLException {
        Map<UUID, List<Source.Listed>> channels = new HashMap<>();
        try (PreparedStatement statement =
                        prepared(connection, """
                        SELECT source_id, channel.url, kind, poll_every_ms, polled_at, due_at, error
                        FROM channel LEFT JOIN fetch_request ON channel_id = channel.id
                        WHERE source_id = ANY (?) ORDER BY channel.url""", connection.createArrayOf("uuid", sources.toArray()));
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                channels.computeIfAbsent(row.getObject(1, UUID.class), any -> new ArrayList<>())
                        .add(new Source.Listed(
                                row.getString(2),
                                ChannelKind.of(row.getString(3)),
                                Duration.ofMillis(row.getLong(4)).toString(),
                                instant(row, 5),
                                instant(row, 6),
                                Optional.ofNullable(row.getString(7))));
            }
        }
        return channels;
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    static List<String> texts(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Object array(Connection connection, List<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }
}
