package org.onrecord.api.person;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;

import com.fasterxml.jackson.core.type.TypeReference;

import org.onrecord.api.entity.NameKey;
import org.onrecord.api.settling.Settler;
import org.onrecord.api.settling.SoleSettler;
import org.onrecord.database.JsonReader;

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

    /** What takes a second, since very many articles have it, is done once a minute at most; the clock may have been put back. */
    private static final String DUE = """
            SELECT w.surname, array_agg(w.no) AS waiting FROM surname_waiting w LEFT JOIN surname_settled s USING (surname)
            WHERE s.surname IS NULL OR s.settled_at + 60 * s.took < clock_timestamp() OR s.settled_at > clock_timestamp()
            GROUP BY w.surname ORDER BY min(w.no) LIMIT ?
            """;

    /** Those that were seen waiting and no others: what came since may be of an article that was not read here. */
    private static final String TAKE = "DELETE FROM surname_waiting WHERE no = ANY (?)";

    /** Not more of one than are read anyway: there may be millions. */
    private static final String SIZES = """
            SELECT surname, (SELECT count(*) FROM (SELECT 1 FROM entity e WHERE e.surname = s.surname LIMIT ?) AS counted) AS many
            FROM unnest(?::text[]) AS s (surname)
            """;

    /** What many are named with in an article of hundreds of names tells little. */
    private static final String SIGHTINGS = """
            SELECT e.surname, n.article_id, a.first_seen_at, e.analysis_id, e.entity_no, e.entity_id, e.name_key,
                e.listed_as, e.evidence, e.machine_id, e.called, e.pinned,
                CASE WHEN e.pinned IS NOT NULL THEN (SELECT coalesce(p.listed_as, p.name_key) FROM entity p
                    WHERE p.entity_id = e.pinned AND p.pinned IS NULL LIMIT 1) END AS pinned_as,
                e.aliases::text AS aliases, e.roles::text AS roles,
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
            UPDATE entity SET entity_id = ?, listed_as = ?, evidence = ?, machine_id = ?, called = ?
            WHERE analysis_id = ? AND entity_no = ? AND name_key = ?
            """;

    /** An id that two people have gone by leads to neither. */
    private static final String MOVE = """
            INSERT INTO entity_moved (entity_id, moved_to) VALUES (?, ?)
            ON CONFLICT (entity_id) DO UPDATE SET moved_to =
                CASE WHEN entity_moved.moved_to = excluded.moved_to THEN excluded.moved_to END
            """;

    /** What an editor decided leads to whom they said. */
    private static final String MOVE_TO = """
            INSERT INTO entity_moved (entity_id, moved_to) VALUES (?, ?)
            ON CONFLICT (entity_id) DO UPDATE SET moved_to = excluded.moved_to
            """;

    private static final List<String> FOLLOW = List.of("""
            UPDATE quote SET speaker = jsonb_set(speaker, '{entityId}', to_jsonb(e.entity_id)),
                changed_at = clock_timestamp()
            FROM entity e WHERE quote.analysis_id = ANY (?)
                AND e.analysis_id = quote.analysis_id AND e.entity_no = quote.speaker_no
                AND speaker ->> 'entityId' <> e.entity_id::text
            """, """
            UPDATE quote SET changed_at = clock_timestamp(), speakers = (
                SELECT jsonb_agg(CASE WHEN e.entity_id IS NULL THEN s
                        ELSE jsonb_set(s, '{entityId}', to_jsonb(e.entity_id)) END ORDER BY no)
                FROM jsonb_array_elements(speakers) WITH ORDINALITY AS each (s, no)
                LEFT JOIN entity e ON e.analysis_id = quote.analysis_id AND e.entity_no = speaker_nos[no])
            WHERE analysis_id = ANY (?) AND speakers IS NOT NULL AND EXISTS (
                SELECT 1 FROM unnest(speaker_nos) WITH ORDINALITY AS s (entity_no, no)
                JOIN entity e ON e.analysis_id = quote.analysis_id AND e.entity_no = s.entity_no
                WHERE speakers -> (s.no - 1)::integer ->> 'entityId' <> e.entity_id::text)
            """, """
            DELETE FROM quote_name WHERE analysis_id = ANY (?) AND key LIKE '________-____-____-____-____________'
            """, """
            INSERT INTO quote_name (analysis_id, quote_id, role, key, current, dated_at, stance)
            SELECT q.analysis_id, q.quote_id, 'speaker', e.entity_id::text, q.current, q.dated_at, q.stance
            FROM quote q JOIN entity e ON e.analysis_id = q.analysis_id
                AND e.entity_no = ANY (coalesce(q.speaker_nos, ARRAY[q.speaker_no]))
            WHERE q.analysis_id = ANY (?) ON CONFLICT DO NOTHING
            """, """
            INSERT INTO quote_name (analysis_id, quote_id, role, key, current, dated_at, stance)
            SELECT q.analysis_id, q.quote_id, 'about', e.entity_id::text, q.current, q.dated_at, q.stance
            FROM quote q JOIN quote_about b USING (analysis_id, quote_id)
            JOIN entity e ON e.analysis_id = b.analysis_id AND e.entity_no = b.entity_no
            WHERE q.analysis_id = ANY (?) ON CONFLICT DO NOTHING
            """);

    private static final String SETTLED = """
            INSERT INTO surname_settled (surname, settled_at, took) VALUES (?, clock_timestamp(), ? * interval '1 ms')
            ON CONFLICT (surname) DO UPDATE SET settled_at = excluded.settled_at, took = excluded.took
            """;

    /** One that no article has any more, since the last was taken down. */
    private static final String FORGET = "DELETE FROM surname_settled WHERE surname = ?";

    /** Of the heap for each sighting of those that are settled together: some five kilobytes where an article names many, and room to think. */
    private static final long BYTES_EACH = 12 * 1024;

    private static final Logger LOG = Logger.getLogger(PeopleStore.class);

    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};

    private final Jdbi jdbi;
    private final JsonReader json;
    private final long mostSightings;
    private final Set<String> tooMany = ConcurrentHashMap.newKeySet();

    @Inject
    PeopleStore(Jdbi jdbi, JsonReader json) {
        this(jdbi, json, Runtime.getRuntime().maxMemory() / BYTES_EACH);
    }

    /** @param mostSightings how many are in memory at a time */
    PeopleStore(Jdbi jdbi, JsonReader json, long mostSightings) {
        this.jdbi = jdbi;
        this.json = json;
        this.mostSightings = mostSightings;
    }

    /** A sighting, and what is kept of whose it is. */
    private record Kept(Sighting sighting, Settled settled, Optional<Identity> pinned) {
        UUID personId() {
            return settled.identity().personId();
        }

        /** Whom an editor chose, by the id that one goes by now. */
        Optional<Identity> pinned(Map<UUID, UUID> moved) {
            return pinned.map(chosen -> new Identity(
                    moved.getOrDefault(chosen.personId(), chosen.personId()), chosen.listedAs(), chosen.evidence()));
        }
    }

    /** Asks for the surnames of an article to be settled, as part of the transaction that changes it: before and after. */
    public static void awaitSettling(Handle handle, UUID articleId) {
        handle.execute(WAIT, articleId);
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    /** @throws org.jdbi.v3.core.JdbiException if the database is away */
    @Override
    @Transactional
    public int settle(int most) {
        return jdbi.withHandle(handle -> SoleSettler.isFree(handle, LOCK) ? settle(handle, due(handle, most)) : 0);
    }

    /** As many of them as memory is enough for. */
    private int settle(Handle handle, Map<String, List<Long>> due) {
        if (due.isEmpty()) {
            return 0;
        }
        Map<String, List<Long>> some = new LinkedHashMap<>();
        Map<String, List<Long>> none = new LinkedHashMap<>();
        long read = 0;
        for (Map.Entry<String, Long> size : sizes(handle, due.keySet()).entrySet()) {
            if (size.getValue() > mostSightings) {
                none.put(size.getKey(), due.get(size.getKey()));
            } else if (read + size.getValue() <= mostSightings) {
                read += size.getValue();
                some.put(size.getKey(), due.get(size.getKey()));
            }
        }
        leave(handle, none);
        return none.size() + (some.isEmpty() ? 0 : settleAll(handle, some));
    }

    private Map<String, Long> sizes(Handle handle, Set<String> surnames) {
        Map<String, Long> sizes = new HashMap<>();
        handle.select(SIZES)
                .bind(0, mostSightings + 1)
                .bindArray(1, String.class, surnames)
                .map(row -> sizes.put(row.getColumn("surname", String.class), row.getColumn("many", Long.class)))
                .list();
        Map<String, Long> inOrder = new LinkedHashMap<>();
        surnames.forEach(surname -> inOrder.put(surname, sizes.get(surname)));
        return inOrder;
    }

    /** More than fit into memory keep the ids that they have, and new ones those of their names. */
    private void leave(Handle handle, Map<String, List<Long>> surnames) {
        surnames.forEach((surname, waiting) -> {
            handle.createUpdate(TAKE).bindArray(0, Long.class, waiting).execute();
            if (tooMany.add(surname)) {
                LOG.warnf(
                        "who is who is not settled any more for one surname, which is in more than %d articles: the heap is too small for more",
                        mostSightings);
            }
        });
    }

    private int settleAll(Handle handle, Map<String, List<Long>> due) {
        // Nothing is written until all is read and thought out: who listens to the stream waits for writers.
        long start = System.nanoTime();
        Set<String> surnames = due.keySet();
        Map<String, List<Kept>> sightings = sightings(handle, surnames);
        write(handle, changed(handle, sightings.values()));
        List<Long> taken = due.values().stream().flatMap(List::stream).toList();
        handle.createUpdate(TAKE).bindArray(0, Long.class, taken).execute();
        double took = (double) Duration.ofNanos(System.nanoTime() - start).toMillis();
        long all = sightings.values().stream().mapToLong(List::size).sum();
        for (String surname : surnames) {
            List<Kept> ofIt = sightings.getOrDefault(surname, List.of());
            if (ofIt.isEmpty()) {
                handle.execute(FORGET, surname);
            } else {
                handle.execute(SETTLED, surname, took * ofIt.size() / all);
            }
        }
        return surnames.size();
    }

    /** What waits of each surname. */
    private static Map<String, List<Long>> due(Handle handle, int most) {
        return handle.select(DUE, most)
                .collectRows(Collectors.toMap(
                        row -> row.getColumn("surname", String.class),
                        row -> List.of(row.getColumn("waiting", Long[].class)),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private Map<String, List<Kept>> sightings(Handle handle, Set<String> surnames) {
        return handle.select(SIGHTINGS)
                .bindArray(0, String.class, surnames)
                .setFetchSize(1000)
                .collectRows(Collectors.groupingBy(
                        row -> row.getColumn("surname", String.class),
                        LinkedHashMap::new,
                        Collectors.mapping(this::kept, Collectors.toList())));
    }

    private Kept kept(RowView row) {
        Sighting sighting = new Sighting(
                new Sighting.Row(row.getColumn("analysis_id", UUID.class), row.getColumn("entity_no", Integer.class)),
                row.getColumn("article_id", UUID.class),
                row.getColumn("first_seen_at", Instant.class),
                row.getColumn("name_key", String.class),
                keys(row.getColumn("aliases", String.class)),
                keys(row.getColumn("roles", String.class)),
                numbers(row.getColumn("company", Long[].class)),
                numbers(row.getColumn("places", Long[].class)));
        return new Kept(
                sighting,
                new Settled(
                        new Identity(
                                row.getColumn("entity_id", UUID.class),
                                row.getColumn("listed_as", String.class),
                                Evidence.of(row.getColumn("evidence", String.class))),
                        row.getColumn("machine_id", UUID.class),
                        row.getColumn("called", String.class)),
                Optional.ofNullable(row.getColumn("pinned", UUID.class))
                        .map(pinned -> new Identity(
                                pinned,
                                Optional.ofNullable(row.getColumn("pinned_as", String.class))
                                        .orElse(sighting.name()),
                                Evidence.EDITOR)));
    }

    private Set<String> keys(String texts) {
        Set<String> keys = new HashSet<>();
        json.read(texts, STRINGS).forEach(text -> keys.add(NameKey.of(text)));
        keys.remove("");
        return keys;
    }

    private static Set<Long> numbers(Long[] numbers) {
        return new HashSet<>(Arrays.asList(numbers));
    }

    private static Map<Kept, Settled> changed(Handle handle, Collection<List<Kept>> bySurname) {
        Map<Kept, Identity> byArticles = new LinkedHashMap<>();
        for (List<Kept> ofOneSurname : bySurname) {
            Map<Sighting.Row, Identity> identities =
                    People.of(ofOneSurname.stream().map(Kept::sighting).toList());
            ofOneSurname.forEach(
                    kept -> byArticles.put(kept, identities.get(kept.sighting().row())));
        }
        Map<UUID, UUID> moved = moved(byArticles);
        PersonRulings.follow(handle, moved);
        Rulings rulings = PersonRulings.standing(handle);
        Map<Kept, Settled> changed = new HashMap<>();
        byArticles.forEach((kept, identity) -> {
            Settled settled = rulings.settled(kept.sighting(), identity, kept.pinned(moved));
            if (!settled.equals(kept.settled())) {
                changed.put(kept, settled);
            }
        });
        return changed;
    }

    /** Those who all go by one other id now, by the articles alone. */
    private static Map<UUID, UUID> moved(Map<Kept, Identity> byArticles) {
        Map<UUID, Set<UUID>> now = new TreeMap<>();
        byArticles.forEach((kept, identity) -> {
            // Whom an editor chose says nothing of who goes by which id.
            if (kept.pinned().isEmpty()) {
                now.computeIfAbsent(kept.settled().byArticles(), any -> new HashSet<>())
                        .add(identity.personId());
            }
        });
        Map<UUID, UUID> moved = new TreeMap<>();
        now.forEach((before, after) -> {
            if (after.size() == 1 && !after.contains(before)) {
                moved.put(before, after.iterator().next());
            }
        });
        return moved;
    }

    private static void write(Handle handle, Map<Kept, Settled> changed) {
        if (changed.isEmpty()) {
            return;
        }
        Set<UUID> articles = new TreeSet<>();
        Set<UUID> renamed = new TreeSet<>();
        Map<UUID, Set<UUID>> moved = new TreeMap<>();
        Map<UUID, UUID> merged = new TreeMap<>();
        changed.forEach((kept, settled) -> {
            UUID personId = settled.identity().personId();
            articles.add(kept.sighting().articleId());
            if (!personId.equals(kept.personId())) {
                renamed.add(kept.sighting().row().analysisId());
                moved.computeIfAbsent(kept.personId(), any -> new HashSet<>()).add(personId);
                if (kept.personId().equals(settled.machineId())) {
                    merged.put(kept.personId(), personId);
                }
            }
        });
        handle.createUpdate(HOLD).bindArray(0, UUID.class, articles).execute();
        PreparedBatch identify = handle.prepareBatch(IDENTIFY);
        changed.forEach((kept, settled) -> identify.add(
                settled.identity().personId(),
                settled.identity().listedAs(),
                settled.identity().evidence().wireName(),
                settled.machineId(),
                settled.called(),
                kept.sighting().row().analysisId(),
                kept.sighting().row().entityNo(),
                kept.sighting().name()));
        identify.execute();
        PreparedBatch move = handle.prepareBatch(MOVE);
        moved.forEach(
                (from, to) -> move.add(from, to.size() == 1 ? to.iterator().next() : null));
        move.execute();
        PreparedBatch moveTo = handle.prepareBatch(MOVE_TO);
        merged.forEach(moveTo::add);
        moveTo.execute();
        follow(handle, renamed);
        GivenNames.write(
                handle,
                changed.entrySet().stream()
                        .filter(each -> !Objects.equals(
                                each.getKey().settled().called(),
                                each.getValue().called()))
                        .map(each -> new GivenNames.Given(
                                each.getKey().sighting().row(), each.getValue().called()))
                        .toList());
    }

    /** Gives the quotes of some analyses the ids that their entities have, as part of the transaction that changes either. */
    public static void follow(Handle handle, Collection<UUID> analyses) {
        if (!analyses.isEmpty()) {
            for (String sql : FOLLOW) {
                handle.createUpdate(sql).bindArray(0, UUID.class, analyses).execute();
            }
        }
    }
}
