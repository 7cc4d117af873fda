package org.onrecord.api.person;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.type.TypeReference;

import org.onrecord.api.database.FailedQueryException;
import org.onrecord.api.database.JsonReader;
import org.onrecord.api.entity.NameKey;
import org.onrecord.api.settling.Settler;
import org.onrecord.api.settling.SoleSettler;

/**
 * Settles who the people of a surname are, in the tables. Thread-safe: of all replicas one at a time does it, the others
 * leave it to that one.
 */
@ApplicationScoped
public class PeopleStore implements Settler {

    private static final int AT_ONCE = 50;

    /** Any number that nothing else in this database locks by. */
    private static final long LOCK = 7365676472L;

    /** By analysis, as few rows are: in a young database the planner would join whole tables, and keep to it (hence OFFSET). */
    private static final String WAIT = """
            INSERT INTO surname_waiting (surname)
            SELECT DISTINCT surname
            FROM analysis n, LATERAL (SELECT surname FROM entity WHERE analysis_id = n.analysis_id OFFSET 0) AS e
            WHERE n.article_id = ? AND surname IS NOT NULL
            """;

    /** What takes a second, since very many articles have it, is done once a minute at most. */
    private static final String DUE = """
            SELECT w.surname, array_agg(w.no) AS waiting FROM surname_waiting w LEFT JOIN surname_settled s USING (surname)
            WHERE s.surname IS NULL OR s.settled_at + 60 * s.took < clock_timestamp()
            GROUP BY w.surname ORDER BY min(w.no) LIMIT ?
            """;

    /** Those that were seen waiting and no others: what came since may be of an article that was not read here. */
    private static final String TAKE = "DELETE FROM surname_waiting WHERE no = ANY (?)";

    /** What many are named with in an article of hundreds of names tells little. */
    private static final String SIGHTINGS = """
            SELECT e.surname, n.article_id, a.first_seen_at, e.analysis_id, e.entity_no, e.entity_id, e.name_key,
                e.listed_as, e.evidence, e.aliases::text AS aliases, e.roles::text AS roles,
                ARRAY(SELECT hashtextextended(o.type || ':' || o.name_key, 0) FROM entity o
                    WHERE o.analysis_id = e.analysis_id AND o.type <> 'place' AND o.surname IS DISTINCT FROM e.surname
                    ORDER BY o.mentions DESC, o.entity_no LIMIT 40) AS company,
                ARRAY(SELECT hashtextextended(o.type || ':' || o.name_key, 0) FROM entity o
                    WHERE o.analysis_id = e.analysis_id AND o.type = 'place'
                    ORDER BY o.mentions DESC, o.entity_no LIMIT 20) AS places
            FROM entity e JOIN analysis n USING (analysis_id) JOIN article a USING (article_id)
            WHERE e.surname = ANY (?)
            """;

    /** The ingest holds an article's row too while it writes what was read in it. */
    private static final String HOLD =
            "SELECT 1 FROM article WHERE article_id = ANY (?) ORDER BY article_id FOR UPDATE";

    private static final String IDENTIFY = """
            UPDATE entity SET entity_id = ?, listed_as = ?, evidence = ?
            WHERE analysis_id = ? AND entity_no = ? AND name_key = ?
            """;

    /** An id that two people have gone by leads to neither. */
    private static final String MOVE = """
            INSERT INTO entity_moved (entity_id, moved_to) VALUES (?, ?)
            ON CONFLICT (entity_id) DO UPDATE SET moved_to =
                CASE WHEN entity_moved.moved_to = excluded.moved_to THEN excluded.moved_to END
            """;

    private static final List<String> FOLLOW = List.of("""
            UPDATE quote SET speaker = jsonb_set(speaker, '{entityId}', to_jsonb(e.entity_id))
            FROM entity e WHERE quote.analysis_id = ANY (?)
                AND e.analysis_id = quote.analysis_id AND e.entity_no = quote.speaker_no
                AND speaker ->> 'entityId' <> e.entity_id::text
            """, """
            DELETE FROM quote_name WHERE analysis_id = ANY (?) AND key LIKE '________-____-____-____-____________'
            """, """
            INSERT INTO quote_name (analysis_id, quote_id, role, key, current, dated_at)
            SELECT q.analysis_id, q.quote_id, 'speaker', e.entity_id::text, q.current, q.dated_at
            FROM quote q JOIN entity e ON e.analysis_id = q.analysis_id AND e.entity_no = q.speaker_no
            WHERE q.analysis_id = ANY (?) ON CONFLICT DO NOTHING
            """, """
            INSERT INTO quote_name (analysis_id, quote_id, role, key, current, dated_at)
            SELECT q.analysis_id, q.quote_id, 'about', e.entity_id::text, q.current, q.dated_at
            FROM quote q JOIN quote_about b USING (analysis_id, quote_id)
            JOIN entity e ON e.analysis_id = b.analysis_id AND e.entity_no = b.entity_no
            WHERE q.analysis_id = ANY (?) ON CONFLICT DO NOTHING
            """);

    private static final String SETTLED = """
            INSERT INTO surname_settled (surname, settled_at, took) VALUES (?, clock_timestamp(), ? * interval '1 ms')
            ON CONFLICT (surname) DO UPDATE SET settled_at = excluded.settled_at, took = excluded.took
            """;

    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};

    private final DataSource database;
    private final JsonReader json;

    PeopleStore(DataSource database, JsonReader json) {
        this.database = database;
        this.json = json;
    }

    /** A sighting, and what is kept of whose it is. */
    private record Kept(Sighting sighting, Identity identity) {}

    /** Asks for the surnames of an article to be settled, as part of the transaction that changes it: before and after. */
    public static void awaitSettling(Connection connection, UUID articleId) throws SQLException {
        try (PreparedStatement wait = connection.prepareStatement(WAIT)) {
            wait.setObject(1, articleId);
            wait.executeUpdate();
        }
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    /** @throws FailedQueryException if the database is away */
    @Override
    @Transactional
    public int settle(int most) {
        try (Connection connection = database.getConnection()) {
            if (!SoleSettler.isFree(connection, LOCK)) {
                return 0;
            }
            Map<String, List<Long>> due = due(connection, most);
            if (due.isEmpty()) {
                return 0;
            }
            // Nothing is written until all is read and thought out: who listens to the stream waits for writers.
            long start = System.nanoTime();
            Set<String> surnames = due.keySet();
            Map<String, List<Kept>> sightings = sightings(connection, surnames);
            Map<Kept, Identity> changed = changed(sightings.values());
            write(connection, changed);
            run(connection, TAKE, numbers(connection, due.values()));
            double took = (double) Duration.ofNanos(System.nanoTime() - start).toMillis();
            long all = sightings.values().stream().mapToLong(List::size).sum();
            for (String surname : surnames) {
                double part =
                        (double) sightings.getOrDefault(surname, List.of()).size() / Math.max(1, all);
                run(connection, SETTLED, surname, took * part);
            }
            return surnames.size();
        } catch (SQLException e) {
            throw new FailedQueryException(e);
        }
    }

    /** What waits of each surname. */
    private static Map<String, List<Long>> due(Connection connection, int most) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(DUE)) {
            query.setInt(1, most);
            try (ResultSet row = query.executeQuery()) {
                Map<String, List<Long>> due = new LinkedHashMap<>();
                while (row.next()) {
                    due.put(row.getString("surname"), List.of((Long[])
                            row.getArray("waiting").getArray()));
                }
                return due;
            }
        }
    }

    private Map<String, List<Kept>> sightings(Connection connection, Set<String> surnames) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SIGHTINGS)) {
            query.setArray(1, texts(connection, surnames));
            query.setFetchSize(1000);
            try (ResultSet row = query.executeQuery()) {
                Map<String, List<Kept>> sightings = new LinkedHashMap<>();
                while (row.next()) {
                    sightings
                            .computeIfAbsent(row.getString("surname"), any -> new ArrayList<>())
                            .add(kept(row));
                }
                return sightings;
            }
        }
    }

    private Kept kept(ResultSet row) throws SQLException {
        Sighting sighting = new Sighting(
                new Sighting.Row(row.getObject("analysis_id", UUID.class), row.getInt("entity_no")),
                row.getObject("article_id", UUID.class),
                row.getTimestamp("first_seen_at").toInstant(),
                row.getString("name_key"),
                keys(row.getString("aliases")),
                keys(row.getString("roles")),
                numbers(row.getArray("company")),
                numbers(row.getArray("places")));
        return new Kept(
                sighting,
                new Identity(
                        row.getObject("entity_id", UUID.class),
                        row.getString("listed_as"),
                        Evidence.of(row.getString("evidence"))));
    }

    private Set<String> keys(String texts) {
        Set<String> keys = new HashSet<>();
        json.read(texts, STRINGS).forEach(text -> keys.add(NameKey.of(text)));
        keys.remove("");
        return keys;
    }

    private static Set<Long> numbers(Array array) throws SQLException {
        return new HashSet<>(Arrays.asList((Long[]) array.getArray()));
    }

    private static Map<Kept, Identity> changed(Collection<List<Kept>> bySurname) {
        Map<Kept, Identity> changed = new HashMap<>();
        for (List<Kept> ofOneSurname : bySurname) {
            Map<Sighting.Row, Identity> identities =
                    People.of(ofOneSurname.stream().map(Kept::sighting).toList());
            for (Kept kept : ofOneSurname) {
                Identity identity = identities.get(kept.sighting().row());
                if (!identity.equals(kept.identity())) {
                    changed.put(kept, identity);
                }
            }
        }
        return changed;
    }

    private static void write(Connection connection, Map<Kept, Identity> changed) throws SQLException {
        if (changed.isEmpty()) {
            return;
        }
        Set<UUID> articles = new TreeSet<>();
        Set<UUID> renamed = new TreeSet<>();
        Map<UUID, Set<UUID>> moved = new TreeMap<>();
        changed.forEach((kept, identity) -> {
            articles.add(kept.sighting().articleId());
            if (!identity.personId().equals(kept.identity().personId())) {
                renamed.add(kept.sighting().row().analysisId());
                moved.computeIfAbsent(kept.identity().personId(), any -> new HashSet<>())
                        .add(identity.personId());
            }
        });
        try (PreparedStatement hold = connection.prepareStatement(HOLD)) {
            hold.setArray(1, ids(connection, articles));
            hold.executeQuery().close();
        }
        try (PreparedStatement identify = connection.prepareStatement(IDENTIFY)) {
            for (Map.Entry<Kept, Identity> change : changed.entrySet()) {
                Sighting sighting = change.getKey().sighting();
                identify.setObject(1, change.getValue().personId());
                identify.setString(2, change.getValue().listedAs());
                identify.setString(3, change.getValue().evidence().wireName());
                identify.setObject(4, sighting.row().analysisId());
                identify.setInt(5, sighting.row().entityNo());
                identify.setString(6, sighting.name());
                identify.addBatch();
            }
            identify.executeBatch();
        }
        try (PreparedStatement move = connection.prepareStatement(MOVE)) {
            for (Map.Entry<UUID, Set<UUID>> from : moved.entrySet()) {
                Set<UUID> to = from.getValue();
                move.setObject(1, from.getKey());
                move.setObject(2, to.size() == 1 ? to.iterator().next() : null, Types.OTHER);
                move.addBatch();
            }
            move.executeBatch();
        }
        if (!renamed.isEmpty()) {
            for (String sql : FOLLOW) {
                run(connection, sql, ids(connection, renamed));
            }
        }
    }

    private static Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private static Array numbers(Connection connection, Collection<List<Long>> numbers) throws SQLException {
        return connection.createArrayOf(
                "bigint", numbers.stream().flatMap(List::stream).toArray());
    }

    private static Array ids(Connection connection, Collection<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
