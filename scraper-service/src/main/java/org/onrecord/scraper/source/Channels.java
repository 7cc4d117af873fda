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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.onrecord.egress.AddressGuard;
import org.onrecord.egress.Target;
import org.onrecord.scraper.database.Database;
import org.onrecord.scraper.frontier.Frontier;
import org.onrecord.scraper.frontier.NewRequest;

import static org.onrecord.scraper.database.Database.prepared;
import static org.onrecord.scraper.database.Database.update;

/** The channels and the pages they told of, in the database. Each call is one transaction; thread-safe. */
@ApplicationScoped
class Channels {

    /** Of the sitemaps of an index, the latest: those of years ago tell of no news. */
    private static final int MOST_CHILDREN = 50;

    private static final int FAILURES_UNTIL_GIVEN_UP = 8;

    private final Database database;
    private final Frontier frontier;
    private final SourceSettings settings;
    private final PollInterval intervals;

    Channels(Database database, Frontier frontier, SourceSettings settings) {
        this.database = database;
        this.frontier = frontier;
        this.settings = settings;
        this.intervals = new PollInterval(settings.minInterval(), settings.maxInterval());
    }

    /** A channel and which pages its source wants. */
    record Polled(Channel channel, Selection selection) {}

    /** What was done about a poll. */
    record Kept(Duration every, int fresh, int changed, int tooOld) {
        private static Kept of(Duration every) {
            return new Kept(every, 0, 0, 0);
        }
    }

    /** Empty if it was deleted or its source paused. */
    Optional<Polled> find(UUID id) {
        return database.transaction(connection -> {
            try (PreparedStatement statement = prepared(connection, """
                    SELECT channel.id, source_id, channel.url, kind, parent_id, entity_tag, last_modified, digest,
                           poll_every_ms, polled_at, failures, include, exclude
                    FROM channel JOIN source ON source.id = source_id WHERE channel.id = ? AND state <> 'paused'""", id);
                    ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(polled(row)) : Optional.empty();
            }
        });
    }

    private static Polled polled(ResultSet row) throws SQLException {
        Channel channel = new Channel(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                URI.create(row.getString(3)),
                ChannelKind.of(row.getString(4)),
                Optional.ofNullable(row.getObject(5, UUID.class)),
                new Channel.Validators(
                        Optional.ofNullable(row.getString(6)),
                        Optional.ofNullable(row.getString(7)),
                        Optional.ofNullable(row.getBytes(8))),
                Duration.ofMillis(row.getLong(9)),
                Optional.ofNullable(row.getTimestamp(10)).map(Timestamp::toInstant),
                row.getInt(11));
        return new Polled(channel, new Selection(Sources.texts(row, 12), Sources.texts(row, 13)));
    }

    /** Keeps what a poll brought: what is to be fetched is in the frontier when this returns. */
    Kept keep(Channel channel, Poll poll, Instant now) {
        return database.transaction(connection -> isThere(connection, channel)
                ? switch (poll) {
                    case Poll.Unchanged(Channel.Validators validators, Duration wished) ->
                        well(connection, channel, channel.kind(), validators, none(), wished, now);
                    case Poll.Told told -> told(connection, channel, told, now);
                    case Poll.Indexed indexed -> indexed(connection, channel, indexed, now);
                    case Poll.Discovered(List<URI> channels) -> discovered(connection, channel, channels);
                    case Poll.Failed failed -> failed(connection, channel, failed);
                }
                : Kept.of(channel.every()));
    }

    /** Its source is locked, so that it is not deleted or paused meanwhile. */
    private static boolean isThere(Connection connection, Channel channel) throws SQLException {
        try (PreparedStatement statement = prepared(connection, """
                SELECT FROM channel JOIN source ON source.id = source_id
                WHERE channel.id = ? AND state <> 'paused' FOR NO KEY UPDATE OF source""", channel.id());
                ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    private static Triage.Verdict none() {
        return new Triage.Verdict(List.of(), List.of(), List.of(), List.of(), 0);
    }

    private Kept told(Connection connection, Channel channel, Poll.Told told, Instant now) throws SQLException {
        Triage.Verdict verdict = Triage.judge(
                told.stories(),
                remembered(connection, told.stories()),
                told.kind(),
                channel.polledAt().isEmpty(),
                now,
                settings);
        remember(connection, verdict.fresh(), Optional.of(now));
        remember(connection, verdict.changed(), Optional.of(now));
        remember(connection, verdict.standing(), Optional.empty());
        update(
                connection,
                "UPDATE story SET seen_on = current_date WHERE id = ANY (?) AND seen_on < current_date",
                ids(connection, verdict.known()));
        frontier.add(connection, requests(verdict.fresh()));
        frontier.add(connection, requests(verdict.changed()));
        return well(connection, channel, told.kind(), told.validators(), verdict, told.wished(), now);
    }

    private Map<UUID, Triage.Known> remembered(Connection connection, List<Triage.Story> stories) throws SQLException {
        Map<UUID, Triage.Known> known = new HashMap<>();
        try (PreparedStatement statement = prepared(
                        connection,
                        "SELECT id, changed_at, requested_at FROM story WHERE id = ANY (?)",
                        ids(connection, stories));
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                known.put(
                        rows.getObject(1, UUID.class),
                        new Triage.Known(
                                Optional.ofNullable(rows.getTimestamp(2)).map(Timestamp::toInstant),
                                Optional.ofNullable(rows.getTimestamp(3)).map(Timestamp::toInstant)));
            }
        }
        return known;
    }

    /** In the order of their ids, so that two channels which tell of the same pages do not wait for one another. */
    private static void remember(Connection connection, List<Triage.Story> stories, Optional<Instant> requestedAt)
            throws SQLException {
        if (stories.isEmpty()) {
            return;
        }
        List<Triage.Story> ordered =
                stories.stream().sorted(Comparator.comparing(Triage.Story::id)).toList();
        Object changed = connection.createArrayOf(
                "timestamptz",
                ordered.stream()
                        .map(story -> story.changedAt().map(Timestamp::from).orElse(null))
                        .toArray());
        update(connection, """
                INSERT INTO story (id, changed_at, requested_at)
                SELECT id, changed_at, ?::timestamptz FROM unnest(?::uuid[], ?::timestamptz[]) AS told (id, changed_at)
                ON CONFLICT (id) DO UPDATE
                SET changed_at = excluded.changed_at, requested_at = excluded.requested_at, seen_on = current_date""", requestedAt.map(Timestamp::from).orElse(null), ids(connection, ordered), changed);
    }

    private static Object ids(Connection connection, List<Triage.Story> stories) throws SQLException {
        return connection.createArrayOf(
                "uuid", stories.stream().map(Triage.Story::id).toArray());
    }

    /** The same change of the same page is the same request, whichever channel tells of it. */
    private static List<NewRequest> requests(List<Triage.Story> stories) {
        return stories.stream()
                .map(story -> new NewRequest(
                        UUID.nameUUIDFromBytes((story.id() + "|" + story.changedAt()).getBytes(StandardCharsets.UTF_8)),
                        story.url()))
                .toList();
    }

    private Kept well(
            Connection connection,
            Channel channel,
            ChannelKind kind,
            Channel.Validators validators,
            Triage.Verdict verdict,
            Duration wished,
            Instant now)
            throws SQLException {
        int fresh = verdict.fresh().size();
        // What a channel has told of before anybody read it says nothing about how often it will tell of more.
        Duration every = channel.polledAt()
                .map(before -> intervals.next(channel.every(), Duration.between(before, now), fresh, wished))
                .orElse(channel.every());
        update(
                connection,
                """
                UPDATE channel SET kind = ?, entity_tag = ?, last_modified = ?, digest = ?, poll_every_ms = ?,
                    polled_at = ?, failures = 0, error = NULL
                WHERE id = ?""",
                kind.label(),
                validators.entityTag().orElse(null),
                validators.lastModified().orElse(null),
                validators.digest().orElse(null),
                every.toMillis(),
                Timestamp.from(now),
                channel.id());
        update(connection, """
                UPDATE source SET state = 'active', articles_found = articles_found + ?,
                    last_found_at = CASE WHEN ? > 0 THEN ? ELSE last_found_at END
                WHERE id = ?""", (long) fresh, fresh, Timestamp.from(now), channel.sourceId());
        return new Kept(every, fresh, verdict.changed().size(), verdict.tooOld());
    }

    private Kept indexed(Connection connection, Channel index, Poll.Indexed indexed, Instant now) throws SQLException {
        List<Document.Child> latest = indexed.children().stream()
                .filter(child -> child.changedAt()
                        .map(at -> at.plus(settings.maxAge()).isAfter(now))
                        .orElse(true))
                .sorted(Comparator.comparing(
                        (Document.Child child) -> child.changedAt().orElse(Instant.EPOCH), Comparator.reverseOrder()))
                .limit(MOST_CHILDREN)
                .toList();
        List<UUID> listed = new ArrayList<>();
        for (Document.Child child : latest) {
            if (AddressGuard.resolve(index.url(), child.url()) instanceof Target target) {
                listed.add(addChild(connection, index, target.uri(), child.changedAt()));
            }
        }
        update(
                connection,
                "DELETE FROM channel WHERE parent_id = ? AND NOT id = ANY (?)",
                index.id(),
                connection.createArrayOf("uuid", listed.toArray()));
        return well(connection, index, ChannelKind.SITEMAP_INDEX, indexed.validators(), none(), indexed.wished(), now);
    }

    /** A sitemap that its index says was changed is polled now. */
    private UUID addChild(Connection connection, Channel index, URI url, Optional<Instant> changedAt)
            throws SQLException {
        UUID id = Channel.id(index.sourceId(), url.toString());
        int touched = update(
                connection,
                """
                INSERT INTO channel (id, source_id, url, kind, parent_id, listed_at, poll_every_ms)
                VALUES (?, ?, ?, 'sitemap', ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET listed_at = excluded.listed_at
                WHERE channel.listed_at IS DISTINCT FROM excluded.listed_at AND channel.parent_id = excluded.parent_id""",
                id,
                index.sourceId(),
                url.toString(),
                index.id(),
                changedAt.map(Timestamp::from).orElse(null),
                settings.minInterval().toMillis());
        if (touched > 0) {
            frontier.poll(connection, id, url.toString());
        }
        return id;
    }

    private Kept discovered(Connection connection, Channel channel, List<URI> channels) throws SQLException {
        for (URI url : channels) {
            add(connection, channel.sourceId(), url);
        }
        update(connection, "DELETE FROM channel WHERE id = ? AND kind = 'undiscovered'", channel.id());
        update(connection, "UPDATE source SET state = 'active' WHERE id = ?", channel.sourceId());
        return Kept.of(channel.every());
    }

    /** Adds a channel of which nothing is known yet, polled as soon as its host allows. */
    void add(Connection connection, UUID sourceId, URI url) throws SQLException {
        UUID id = Channel.id(sourceId, url.toString());
        update(
                connection,
                """
                INSERT INTO channel (id, source_id, url, kind, poll_every_ms) VALUES (?, ?, ?, 'undiscovered', ?)
                ON CONFLICT (id) DO UPDATE SET kind = 'undiscovered'""",
                id,
                sourceId,
                url.toString(),
                settings.minInterval().toMillis());
        frontier.poll(connection, id, url.toString());
    }

    private Kept failed(Connection connection, Channel channel, Poll.Failed failed) throws SQLException {
        int failures = channel.failures() + 1;
        update(
                connection,
                "UPDATE channel SET failures = ?, error = ? WHERE id = ?",
                failures,
                failed.why(),
                channel.id());
        boolean undiscovered = channel.kind() == ChannelKind.UNDISCOVERED;
        update(
                connection,
                """
                UPDATE source SET last_error = ?, last_error_at = now(),
                    state = CASE WHEN ? AND NOT EXISTS (
                        SELECT FROM channel WHERE source_id = source.id AND kind <> 'undiscovered')
                        THEN 'failed' ELSE state END
                WHERE id = ?""",
                failed.why() + ", at " + channel.url(),
                undiscovered && failed.kind() != Poll.Failed.Kind.PASSING,
                channel.sourceId());
        boolean givenUp = failed.kind() == Poll.Failed.Kind.GONE
                || failed.kind() == Poll.Failed.Kind.LASTING && failures >= FAILURES_UNTIL_GIVEN_UP;
        if (givenUp && !undiscovered) {
            giveUp(connection, channel);
        }
        return Kept.of(intervals.afterFailure(channel.every(), failures, failed.wished()));
    }

    /** A source whose last channel ended is searched again. */
    private void giveUp(Connection connection, Channel channel) throws SQLException {
        update(connection, "DELETE FROM channel WHERE id = ?", channel.id());
        try (PreparedStatement statement = prepared(connection, """
                SELECT url FROM source WHERE id = ?
                AND NOT EXISTS (SELECT FROM channel WHERE source_id = source.id)""", channel.sourceId());
                ResultSet row = statement.executeQuery()) {
            if (row.next()) {
                update(connection, "UPDATE source SET state = 'discovering' WHERE id = ?", channel.sourceId());
                add(connection, channel.sourceId(), URI.create(row.getString(1)));
            }
        }
    }

    /** Forgets pages that no channel has told of for long. */
    void forgetStories() {
        database.transaction(
                connection -> update(connection, "DELETE FROM story WHERE seen_on < current_date - ?", (int)
                        settings.remembered().toDays()));
    }
}
