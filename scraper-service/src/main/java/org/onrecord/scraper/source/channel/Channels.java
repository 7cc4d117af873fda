package org.onrecord.scraper.source.channel;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;

import org.onrecord.egress.AddressGuard;
import org.onrecord.egress.Target;
import org.onrecord.scraper.frontier.Frontier;
import org.onrecord.scraper.frontier.NewRequest;
import org.onrecord.scraper.source.document.ChannelKind;
import org.onrecord.scraper.source.document.Document;

/** The channels and the pages they told of, in the database. Each call is one transaction; thread-safe. */
@ApplicationScoped
public class Channels {

    /** Of the sitemaps of an index, the latest: those of years ago tell of no news. */
    private static final int MOST_CHILDREN = 50;
    /** Of a source, however its indexes are nested. */
    private static final int MOST_SITEMAPS = 200;
    /** Indexes within indexes, the outermost included. */
    private static final int MOST_LEVELS = 3;

    private static final int FAILURES_UNTIL_GIVEN_UP = 8;

    private static final String FIND = """
            SELECT channel.id, source_id, channel.url, kind, parent_id, entity_tag, last_modified, digest, poll_every_ms,
                polled_at, failures, include, exclude
            FROM channel JOIN source ON source.id = source_id WHERE channel.id = ? AND state <> 'paused'
            """;

    private static final String WITHOUT_CHANNEL = """
            SELECT url FROM source WHERE id = ? AND NOT EXISTS (SELECT FROM channel WHERE source_id = source.id)
            """;

    private static final String HOLD = """
            SELECT 1 FROM channel JOIN source ON source.id = source_id
            WHERE channel.id = ? AND state <> 'paused' FOR NO KEY UPDATE OF source
            """;

    private static final String LEVEL = """
            WITH RECURSIVE above (id, level) AS (
                SELECT parent_id, 1 FROM channel WHERE id = ?
                UNION ALL
                SELECT parent_id, level + 1 FROM channel JOIN above USING (id) WHERE level <= ?)
            SELECT max(level) FROM above
            """;

    private static final String OTHER_SITEMAPS =
            "SELECT count(*) FROM channel WHERE source_id = ? AND parent_id IS NOT NULL AND parent_id <> ?";

    private final Jdbi jdbi;
    private final Frontier frontier;
    private final SourceSettings settings;
    private final PollInterval intervals;

    Channels(Jdbi jdbi, Frontier frontier, SourceSettings settings) {
        this.jdbi = jdbi;
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
        return jdbi.withHandle(
                handle -> handle.select(FIND, id).map(row -> polled(row)).findOne());
    }

    private static Polled polled(RowView row) {
        Channel channel = new Channel(
                row.getColumn("id", UUID.class),
                row.getColumn("source_id", UUID.class),
                URI.create(row.getColumn("url", String.class)),
                row.getColumn("kind", ChannelKind.class),
                Optional.ofNullable(row.getColumn("parent_id", UUID.class)),
                new Channel.Validators(
                        Optional.ofNullable(row.getColumn("entity_tag", String.class)),
                        Optional.ofNullable(row.getColumn("last_modified", String.class)),
                        Optional.ofNullable(row.getColumn("digest", byte[].class))),
                Duration.ofMillis(row.getColumn("poll_every_ms", Long.class)),
                Optional.ofNullable(row.getColumn("polled_at", Instant.class)),
                row.getColumn("failures", Integer.class));
        return new Polled(
                channel,
                new Selection(
                        List.of(row.getColumn("include", String[].class)),
                        List.of(row.getColumn("exclude", String[].class))));
    }

    /** Keeps what a poll brought: what is to be fetched is in the frontier when this returns. */
    Kept keep(Channel channel, Poll poll, Instant now) {
        return jdbi.inTransaction(handle -> isThere(handle, channel)
                ? switch (poll) {
                    case Poll.Unchanged(Channel.Validators validators, Duration wished) ->
                        well(handle, channel, channel.kind(), validators, none(), wished, now);
                    case Poll.Told told -> told(handle, channel, told, now);
                    case Poll.Indexed indexed -> indexed(handle, channel, indexed, now);
                    case Poll.Discovered(List<URI> channels) -> discovered(handle, channel, channels);
                    case Poll.Failed failed -> failed(handle, channel, failed);
                }
                : Kept.of(channel.every()));
    }

    /** Its source is locked, so that it is not deleted or paused meanwhile. */
    private static boolean isThere(Handle handle, Channel channel) {
        return handle.select(HOLD, channel.id()).mapTo(Integer.class).findOne().isPresent();
    }

    private static Triage.Verdict none() {
        return new Triage.Verdict(List.of(), List.of(), List.of(), List.of(), 0);
    }

    private Kept told(Handle handle, Channel channel, Poll.Told told, Instant now) {
        Triage.Verdict verdict = Triage.judge(
                told.stories(),
                remembered(handle, told.stories()),
                told.kind(),
                channel.polledAt().isEmpty(),
                now,
                settings);
        remember(handle, verdict.fresh(), Optional.of(now));
        remember(handle, verdict.changed(), Optional.of(now));
        remember(handle, verdict.standing(), Optional.empty());
        handle.createUpdate("UPDATE story SET seen_on = current_date WHERE id = ANY (?) AND seen_on < current_date")
                .bindArray(0, UUID.class, ids(verdict.known()))
                .execute();
        frontier.add(handle, requests(verdict.fresh()));
        frontier.add(handle, requests(verdict.changed()));
        return well(handle, channel, told.kind(), told.validators(), verdict, told.wished(), now);
    }

    private Map<UUID, Triage.Known> remembered(Handle handle, List<Triage.Story> stories) {
        return handle.select("SELECT id, changed_at, requested_at FROM story WHERE id = ANY (?)")
                .bindArray(0, UUID.class, ids(stories))
                .collectRows(Collectors.toMap(
                        row -> row.getColumn("id", UUID.class),
                        row -> new Triage.Known(
                                Optional.ofNullable(row.getColumn("changed_at", Instant.class)),
                                Optional.ofNullable(row.getColumn("requested_at", Instant.class)))));
    }

    /** In the order of their ids, so that two channels which tell of the same pages do not wait for one another. */
    private static void remember(Handle handle, List<Triage.Story> stories, Optional<Instant> requestedAt) {
        if (stories.isEmpty()) {
            return;
        }
        List<Triage.Story> ordered =
                stories.stream().sorted(Comparator.comparing(Triage.Story::id)).toList();
        handle.execute(
                """
                INSERT INTO story (id, changed_at, requested_at)
                SELECT id, changed_at, ?::timestamptz FROM unnest(?::uuid[], ?::timestamptz[]) AS told (id, changed_at)
                ON CONFLICT (id) DO UPDATE
                SET changed_at = excluded.changed_at, requested_at = excluded.requested_at, seen_on = current_date""",
                requestedAt.orElse(null),
                ids(ordered).toArray(UUID[]::new),
                ordered.stream().map(story -> story.changedAt().orElse(null)).toArray(Instant[]::new));
    }

    private static List<UUID> ids(List<Triage.Story> stories) {
        return stories.stream().map(Triage.Story::id).toList();
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
            Handle handle,
            Channel channel,
            ChannelKind kind,
            Channel.Validators validators,
            Triage.Verdict verdict,
            Duration wished,
            Instant now) {
        int fresh = verdict.fresh().size();
        // What a channel has told of before anybody read it says nothing about how often it will tell of more.
        Duration every = channel.polledAt()
                .map(before -> intervals.next(channel.every(), Duration.between(before, now), fresh, wished))
                .orElse(channel.every());
        handle.execute(
                """
                UPDATE channel SET kind = ?, entity_tag = ?, last_modified = ?, digest = ?, poll_every_ms = ?,
                    polled_at = ?, failures = 0, error = NULL
                WHERE id = ?""",
                kind.label(),
                validators.entityTag().orElse(null),
                validators.lastModified().orElse(null),
                validators.digest().orElse(null),
                every.toMillis(),
                now,
                channel.id());
        handle.execute("""
                UPDATE source SET state = 'active', articles_found = articles_found + ?,
                    last_found_at = CASE WHEN ? > 0 THEN ? ELSE last_found_at END
                WHERE id = ?""", (long) fresh, fresh, now, channel.sourceId());
        return new Kept(every, fresh, verdict.changed().size(), verdict.tooOld());
    }

    private Kept indexed(Handle handle, Channel index, Poll.Indexed indexed, Instant now) {
        int level = handle.select(LEVEL, index.id(), MOST_LEVELS)
                .mapTo(Integer.class)
                .one();
        if (level > MOST_LEVELS) {
            String why = "an index of sitemaps within %d others".formatted(MOST_LEVELS);
            return failed(handle, index, new Poll.Failed(why, Poll.Failed.Kind.LASTING, Duration.ZERO));
        }
        int others = handle.select(OTHER_SITEMAPS, index.sourceId(), index.id())
                .mapTo(Integer.class)
                .one();
        List<Document.Child> latest = indexed.children().stream()
                .filter(child -> child.changedAt()
                        .map(at -> at.plus(settings.maxAge()).isAfter(now))
                        .orElse(true))
                .sorted(Comparator.comparing(
                        (Document.Child child) -> child.changedAt().orElse(Instant.EPOCH), Comparator.reverseOrder()))
                .limit(Math.clamp(MOST_SITEMAPS - others, 0, MOST_CHILDREN))
                .toList();
        List<UUID> listed = new ArrayList<>();
        for (Document.Child child : latest) {
            if (AddressGuard.resolve(index.url(), child.url()) instanceof Target target) {
                listed.add(addChild(handle, index, target.uri(), child.changedAt()));
            }
        }
        handle.execute(
                "DELETE FROM channel WHERE parent_id = ? AND NOT id = ANY (?)",
                index.id(),
                listed.toArray(UUID[]::new));
        return well(handle, index, ChannelKind.SITEMAP_INDEX, indexed.validators(), none(), indexed.wished(), now);
    }

    /** A sitemap that its index says was changed is polled now. */
    private UUID addChild(Handle handle, Channel index, URI url, Optional<Instant> changedAt) {
        UUID id = Channel.id(index.sourceId(), url.toString());
        int touched = handle.execute(
                """
                INSERT INTO channel (id, source_id, url, kind, parent_id, listed_at, poll_every_ms)
                VALUES (?, ?, ?, 'sitemap', ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET listed_at = excluded.listed_at
                WHERE channel.listed_at IS DISTINCT FROM excluded.listed_at AND channel.parent_id = excluded.parent_id""",
                id,
                index.sourceId(),
                url.toString(),
                index.id(),
                changedAt.orElse(null),
                settings.minInterval().toMillis());
        if (touched > 0) {
            frontier.poll(handle, id, url.toString());
        }
        return id;
    }

    private Kept discovered(Handle handle, Channel channel, List<URI> channels) {
        for (URI url : channels) {
            add(handle, channel.sourceId(), url);
        }
        handle.execute("DELETE FROM channel WHERE id = ? AND kind = 'undiscovered'", channel.id());
        handle.execute("UPDATE source SET state = 'active' WHERE id = ?", channel.sourceId());
        return Kept.of(channel.every());
    }

    /**
     * Adds a channel of which nothing is known yet, polled as soon as its host allows.
     *
     * @param handle of the caller's transaction, in which it is added
     */
    public void add(Handle handle, UUID sourceId, URI url) {
        UUID id = Channel.id(sourceId, url.toString());
        handle.execute("""
                INSERT INTO channel (id, source_id, url, kind, poll_every_ms) VALUES (?, ?, ?, 'undiscovered', ?)
                ON CONFLICT (id) DO UPDATE SET kind = 'undiscovered'""", id, sourceId, url.toString(), settings.minInterval().toMillis());
        frontier.poll(handle, id, url.toString());
    }

    private Kept failed(Handle handle, Channel channel, Poll.Failed failed) {
        int failures = channel.failures() + 1;
        handle.execute("UPDATE channel SET failures = ?, error = ? WHERE id = ?", failures, failed.why(), channel.id());
        boolean undiscovered = channel.kind() == ChannelKind.UNDISCOVERED;
        handle.execute(
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
            giveUp(handle, channel);
        }
        return Kept.of(intervals.afterFailure(channel.every(), failures, failed.wished()));
    }

    /** A source whose last channel ended is searched again. */
    private void giveUp(Handle handle, Channel channel) {
        handle.execute("DELETE FROM channel WHERE id = ?", channel.id());
        handle.select(WITHOUT_CHANNEL, channel.sourceId())
                .mapTo(String.class)
                .findOne()
                .ifPresent(url -> {
                    handle.execute("UPDATE source SET state = 'discovering' WHERE id = ?", channel.sourceId());
                    add(handle, channel.sourceId(), URI.create(url));
                });
    }

    /** Forgets pages that no channel has told of for long. */
    void forgetStories() {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM story WHERE seen_on < current_date - ?", (int)
                settings.remembered().toDays()));
    }
}
