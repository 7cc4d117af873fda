package org.onrecord.scraper.source;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;

import org.onrecord.scraper.frontier.Frontier;
import org.onrecord.scraper.identity.Site;
import org.onrecord.scraper.source.channel.Channels;
import org.onrecord.scraper.source.channel.Selection;
import org.onrecord.scraper.source.document.ChannelKind;

/** The sources in the database, as their operator adds, sees and changes them. Each call is one transaction; thread-safe. */
@ApplicationScoped
public class Sources {

    private static final String SELECT = """
            SELECT id, url, state, include, exclude, added_at, articles_found, last_found_at, last_error, last_error_at,
                   position
            FROM source
            """;

    private final Jdbi jdbi;
    private final Channels channels;
    private final Frontier frontier;

    Sources(Jdbi jdbi, Channels channels, Frontier frontier) {
        this.jdbi = jdbi;
        this.channels = channels;
        this.frontier = frontier;
    }

    /**
     * A source after it was added.
     *
     * @param fresh whether it is new
     */
    public record Added(Source source, boolean fresh) {}

    /**
     * A piece of the list.
     *
     * @param next position of its last source, to go on after; empty if no other follows
     */
    public record Piece(List<Source> sources, Optional<Long> next) {}

    /**
     * Adds a source, whose feeds and sitemaps are looked for at once; one that is there already stays as it is.
     *
     * @param url that may be fetched ({@link SourceUrls#checked})
     */
    public Added add(URI url, Selection selection) {
        UUID id = UUID.nameUUIDFromBytes(url.toString().getBytes(StandardCharsets.UTF_8));
        return jdbi.inTransaction(handle -> {
            int added = handle.execute("""
                    INSERT INTO source (id, url, state, include, exclude) VALUES (?, ?, 'discovering', ?, ?)
                    ON CONFLICT DO NOTHING""", id, url.toString(), array(selection.include()), array(selection.exclude()));
            if (added > 0) {
                channels.add(handle, id, url);
            }
            return new Added(find(handle, id).orElseThrow(), added > 0);
        });
    }

    Optional<Source> find(UUID id) {
        return jdbi.inTransaction(handle -> find(handle, id));
    }

    private static Optional<Source> find(Handle handle, UUID id) {
        return listed(handle, SELECT + "WHERE id = ?", id).stream().findFirst().map(Positioned::source);
    }

    /**
     * In the order in which they were added.
     *
     * @param after position of the last one that is known, 0 for the first piece
     * @param limit the most sources that are listed
     * @param state of those that are listed; empty for all
     */
    public Piece list(long after, int limit, Optional<SourceState> state) {
        return jdbi.inTransaction(handle -> {
            List<Positioned> found = listed(
                    handle,
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
        return jdbi.inTransaction(handle -> {
            handle.execute(
                    "UPDATE source SET include = coalesce(?, include), exclude = coalesce(?, exclude) WHERE id = ?",
                    change.include().map(Sources::array).orElse(null),
                    change.exclude().map(Sources::array).orElse(null),
                    id);
            if (change.include().isPresent() || change.exclude().isPresent()) {
                // What the old patterns passed over may be wanted now: the documents are read again.
                handle.execute(
                        "UPDATE channel SET entity_tag = NULL, last_modified = NULL, digest = NULL WHERE source_id = ?",
                        id);
            }
            if (change.paused().isPresent()) {
                pause(handle, id, change.paused().get());
            }
            return find(handle, id);
        });
    }

    private void pause(Handle handle, UUID id, boolean paused) {
        if (paused) {
            handle.execute("UPDATE source SET state = 'paused' WHERE id = ?", id);
            handle.execute(
                    "DELETE FROM fetch_request WHERE channel_id IN (SELECT id FROM channel WHERE source_id = ?)", id);
            return;
        }
        int resumed = handle.execute("""
                UPDATE source SET state = CASE
                    WHEN EXISTS (SELECT FROM channel WHERE source_id = source.id AND kind <> 'undiscovered') THEN 'active'
                    ELSE 'discovering' END
                WHERE id = ? AND state = 'paused'""", id);
        if (resumed > 0) {
            handle.select("SELECT id, url FROM channel WHERE source_id = ?", id)
                    .map(row -> Map.entry(row.getColumn("id", UUID.class), row.getColumn("url", String.class)))
                    .list()
                    .forEach(channel -> frontier.poll(handle, channel.getKey(), channel.getValue()));
        }
    }

    /** What it found is kept, and what waits to be fetched is fetched. Whether there was such a source. */
    boolean delete(UUID id) {
        return jdbi.withHandle(handle -> handle.execute("DELETE FROM source WHERE id = ?", id)) > 0;
    }

    private record Positioned(Source source, long position) {}

    private static List<Positioned> listed(Handle handle, String sql, Object... values) {
        List<Positioned> found = handle.select(sql, values)
                .map(row -> new Positioned(source(row), row.getColumn("position", Long.class)))
                .list();
        Map<UUID, List<Source.Listed>> channels = channels(
                handle,
                found.stream().map(positioned -> positioned.source().id()).toList());
        return found.stream()
                .map(positioned -> new Positioned(
                        positioned
                                .source()
                                .with(channels.getOrDefault(positioned.source().id(), List.of())),
                        positioned.position()))
                .toList();
    }

    private static Source source(RowView row) {
        String url = row.getColumn("url", String.class);
        return new Source(
                row.getColumn("id", UUID.class),
                url,
                Site.of(URI.create(url)),
                row.getColumn("state", SourceState.class),
                List.of(row.getColumn("include", String[].class)),
                List.of(row.getColumn("exclude", String[].class)),
                row.getColumn("added_at", Instant.class),
                row.getColumn("articles_found", Long.class),
                Optional.ofNullable(row.getColumn("last_found_at", Instant.class)),
                Optional.ofNullable(row.getColumn("last_error", String.class)),
                Optional.ofNullable(row.getColumn("last_error_at", Instant.class)),
                List.of());
    }

    private static Map<UUID, List<Source.Listed>> channels(Handle handle, List<UUID> sources) {
        return handle.select("""
                        SELECT source_id, channel.url, kind, poll_every_ms, polled_at, due_at, error
                        FROM channel LEFT JOIN fetch_request ON channel_id = channel.id
                        WHERE source_id = ANY (?) ORDER BY channel.url""")
                .bindArray(0, UUID.class, sources)
                .collectRows(Collectors.groupingBy(
                        row -> row.getColumn("source_id", UUID.class),
                        Collectors.mapping(Sources::listed, Collectors.toList())));
    }

    private static Source.Listed listed(RowView row) {
        return new Source.Listed(
                row.getColumn("url", String.class),
                row.getColumn("kind", ChannelKind.class),
                Duration.ofMillis(row.getColumn("poll_every_ms", Long.class)).toString(),
                Optional.ofNullable(row.getColumn("polled_at", Instant.class)),
                Optional.ofNullable(row.getColumn("due_at", Instant.class)),
                Optional.ofNullable(row.getColumn("error", String.class)));
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
