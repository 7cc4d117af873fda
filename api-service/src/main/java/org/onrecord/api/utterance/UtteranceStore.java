package org.onrecord.api.utterance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;

import org.onrecord.api.entity.NameKey;
import org.onrecord.api.settling.Settler;
import org.onrecord.api.settling.SoleSettler;

/** Settles which wordings are of one utterance, in the tables. Thread-safe: of all replicas one at a time does it. */
@ApplicationScoped
public class UtteranceStore implements Settler {

    private static final int AT_ONCE = 100;

    /** Any number that nothing else in this database locks by. */
    private static final long LOCK = 8584698265L;

    private static final String WAIT = """
            INSERT INTO wording_waiting (wording_id) SELECT DISTINCT wording_id FROM quote WHERE article_id = ?
            """;

    private static final String DUE = """
            SELECT wording_id, array_agg(no) AS waiting FROM
                (SELECT no, wording_id FROM wording_waiting ORDER BY no LIMIT ?) AS oldest
            GROUP BY wording_id
            """;

    /** Those that were seen waiting and no others: what came since may be of an article that was not read here. */
    private static final String TAKE = "DELETE FROM wording_waiting WHERE no = ANY (?)";

    /** What was not said is nobody's utterance. Of words printed very often the first that printed them stand for all; of a text its beginning. */
    private static final String READ = """
            SELECT w.wording_id, min(q.dated_at) AS first_printed, array_agg(left(q.text, 5000)) AS texts,
                array_agg(CASE WHEN q.speakers IS NULL THEN q.speaker ->> 'name' ELSE
                    (SELECT string_agg(s ->> 'name', chr(10)) FROM jsonb_array_elements(q.speakers) AS s) END) AS speakers
            FROM unnest(?::uuid[]) AS w (wording_id), LATERAL (
                SELECT text, speaker, speakers, dated_at FROM quote
                WHERE wording_id = w.wording_id AND current AND stance <> 'unsaid'
                ORDER BY dated_at, quote_id LIMIT 20) AS q
            GROUP BY w.wording_id
            """;

    private static final String KEPT = "SELECT wording_id, keys, utterance_id FROM wording WHERE wording_id = ANY (?)";

    private static final String OF_THE_SAME = """
            SELECT wording_id FROM wording WHERE utterance_id IN
                (SELECT utterance_id FROM wording WHERE wording_id = ANY (?) AND utterance_id IS NOT NULL)
            """;

    private static final String BY_KEY = """
            SELECT k.key, w.wording_id FROM unnest(?::bigint[]) AS k (key), LATERAL (
                SELECT wording_id FROM wording WHERE keys @> ARRAY[k.key] LIMIT ?) AS w
            """;

    /**
     * Of a key that it does not know when it plans, the planner expects that one wording in two hundred has it, and that reading the
     * table until some are found is quicker than the index: it would read all of it for nearly every key.
     */
    private static final String BY_INDEX = "SET LOCAL enable_seqscan = off";

    private static final String KEEP = """
            INSERT INTO wording (wording_id, keys, utterance_id) VALUES (?, ?, ?)
            ON CONFLICT (wording_id) DO UPDATE SET keys = excluded.keys, utterance_id = excluded.utterance_id
            """;

    private static final String FORGET = "DELETE FROM wording WHERE wording_id = ANY (?)";

    private final Jdbi jdbi;

    UtteranceStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What is kept of a wording. */
    private record Kept(Set<Long> keys, UUID utteranceId) {
        static final Kept NOTHING = new Kept(Set.of(), null);
    }

    /** Asks for the wordings of an article to be settled, as part of the transaction that changes it: before and after. */
    public static void awaitSettling(Handle handle, UUID articleId) {
        handle.execute(WAIT, articleId);
    }

    @Override
    public String name() {
        return "utterances";
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    /** @throws org.jdbi.v3.core.JdbiException if the database is away */
    @Override
    @Transactional
    public int settle(int most) {
        return jdbi.withHandle(handle -> {
            handle.execute(BY_INDEX);
            return SoleSettler.isFree(handle, LOCK) ? settle(handle, due(handle, most)) : 0;
        });
    }

    private static int settle(Handle handle, Map<UUID, List<Long>> due) {
        if (due.isEmpty()) {
            return 0;
        }
        // Nothing is written until all is read and thought out: who listens to the stream waits for writers.
        Settlement settlement = new Settlement(handle, due.keySet());
        write(handle, settlement.changed());
        List<Long> taken = due.values().stream().flatMap(List::stream).toList();
        handle.createUpdate(TAKE).bindArray(0, Long.class, taken).execute();
        return taken.size();
    }

    /** The wordings that wait, held against all others: what the tables hold of the waiting ones may be out of date. */
    private static final class Settlement implements Utterances.Shelf {
        private final Handle handle;
        private final Set<UUID> waiting;
        private final Map<UUID, Wording> wordings;
        private final Map<UUID, Kept> kept;
        private final Map<Long, Set<UUID>> newly = new HashMap<>();

        Settlement(Handle handle, Set<UUID> waiting) {
            this.handle = handle;
            this.waiting = waiting;
            this.wordings = read(handle, waiting);
            this.kept = kept(handle, waiting);
            wordings.values()
                    .forEach(wording -> wording.said()
                            .keys()
                            .forEach(key -> newly.computeIfAbsent(key, any -> new TreeSet<>())
                                    .add(wording.id())));
        }

        /** What is to be kept of whatever is kept otherwise; nothing of a wording that no article has any more. */
        Map<UUID, Kept> changed() {
            Set<UUID> starts = new LinkedHashSet<>(waiting);
            starts.addAll(ofKeysThatTellNoMoreOrAgain());
            starts.addAll(ofTheSame(handle, starts));
            Map<UUID, UUID> utterances = Utterances.of(starts, this);
            Set<UUID> all = new LinkedHashSet<>(starts);
            all.addAll(utterances.keySet());
            Map<UUID, Kept> before = kept(handle, all);
            Map<UUID, Kept> changed = new LinkedHashMap<>();
            for (UUID id : all) {
                Kept old = before.getOrDefault(id, Kept.NOTHING);
                Kept now = new Kept(keys(id, old), utterances.get(id));
                if (!now.equals(old)) {
                    changed.put(id, now);
                }
            }
            return changed;
        }

        private Set<Long> keys(UUID id, Kept old) {
            if (!waiting.contains(id)) {
                return old.keys();
            }
            Wording wording = wordings.get(id);
            return wording == null ? Set.of() : wording.said().keys();
        }

        /** The wordings of a key that has become one of too many, or is one no more: they may come apart, or together. */
        private Set<UUID> ofKeysThatTellNoMoreOrAgain() {
            Set<Long> touched = new TreeSet<>(newly.keySet());
            kept.values().forEach(each -> touched.addAll(each.keys()));
            Set<UUID> members = new LinkedHashSet<>();
            stored(touched).forEach((key, ids) -> {
                boolean told = ids.size() <= Utterances.MOST_OF_A_KEY;
                List<UUID> now = brought(key, ids);
                if (told != now.size() <= Utterances.MOST_OF_A_KEY) {
                    members.addAll(ids);
                    members.addAll(now);
                }
            });
            return members;
        }

        @Override
        public Map<UUID, Wording> wordings(Collection<UUID> ids) {
            Map<UUID, Wording> found = new HashMap<>();
            List<UUID> unread = new ArrayList<>();
            for (UUID id : ids) {
                if (!waiting.contains(id)) {
                    unread.add(id);
                } else if (wordings.containsKey(id)) {
                    found.put(id, wordings.get(id));
                }
            }
            found.putAll(read(handle, unread));
            return found;
        }

        @Override
        public Map<Long, List<UUID>> byKey(Collection<Long> keys) {
            Map<Long, List<UUID>> found = stored(keys);
            found.replaceAll(this::brought);
            return found;
        }

        /** Of each key those that are kept with it; of very many as many as tell that there are too many, come what may. */
        private Map<Long, List<UUID>> stored(Collection<Long> keys) {
            Map<Long, List<UUID>> found = new HashMap<>();
            keys.forEach(key -> found.put(key, new ArrayList<>()));
            handle.select(BY_KEY, keys.toArray(Long[]::new), Utterances.MOST_OF_A_KEY + waiting.size() + 1)
                    .map(row -> Map.entry(row.getColumn("key", Long.class), row.getColumn("wording_id", UUID.class)))
                    .forEach(kept -> found.get(kept.getKey()).add(kept.getValue()));
            return found;
        }

        /** Brought up to date with the wordings that wait. */
        private List<UUID> brought(Long key, List<UUID> stored) {
            Set<UUID> now = new LinkedHashSet<>(stored);
            now.removeAll(waiting);
            now.addAll(newly.getOrDefault(key, Set.of()));
            return List.copyOf(now);
        }
    }

    /** What waits of each wording. */
    private static Map<UUID, List<Long>> due(Handle handle, int most) {
        return handle.select(DUE, most)
                .collectRows(Collectors.toMap(
                        row -> row.getColumn("wording_id", UUID.class),
                        row -> List.of(row.getColumn("waiting", Long[].class))));
    }

    private static Map<UUID, Wording> read(Handle handle, Collection<UUID> ids) {
        return handle.select(READ)
                .bindArray(0, UUID.class, ids)
                .map(row -> wording(row))
                .collect(Collectors.toMap(Wording::id, Function.identity()));
    }

    private static Wording wording(RowView row) {
        Set<String> speakers = new HashSet<>();
        for (String names : row.getColumn("speakers", String[].class)) {
            for (String name : names == null ? new String[0] : names.split("\n")) {
                String key = NameKey.of(name);
                speakers.add(key.substring(key.lastIndexOf(' ') + 1));
            }
        }
        return new Wording(
                row.getColumn("wording_id", UUID.class),
                said(row.getColumn("texts", String[].class)),
                speakers,
                row.getColumn("first_printed", Instant.class));
    }

    /** The very same words may stand within quotation marks in one article and without in another. */
    private static SaidWords said(String[] texts) {
        List<SaidWords> all =
                Arrays.stream(texts).sorted().distinct().map(SaidWords::of).toList();
        return all.stream().filter(SaidWords::isWithinMarks).findFirst().orElse(all.getFirst());
    }

    private static Map<UUID, Kept> kept(Handle handle, Collection<UUID> ids) {
        return handle.select(KEPT)
                .bindArray(0, UUID.class, ids)
                .collectRows(Collectors.toMap(
                        row -> row.getColumn("wording_id", UUID.class),
                        row -> new Kept(
                                Set.of(row.getColumn("keys", Long[].class)),
                                row.getColumn("utterance_id", UUID.class))));
    }

    private static Set<UUID> ofTheSame(Handle handle, Collection<UUID> ids) {
        return handle.select(OF_THE_SAME)
                .bindArray(0, UUID.class, ids)
                .mapTo(UUID.class)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void write(Handle handle, Map<UUID, Kept> changed) {
        PreparedBatch keep = handle.prepareBatch(KEEP);
        Set<UUID> gone = new LinkedHashSet<>();
        changed.forEach((id, kept) -> {
            if (kept.keys().isEmpty()) {
                gone.add(id);
            } else {
                keep.add(id, kept.keys().stream().sorted().toArray(Long[]::new), kept.utteranceId());
            }
        });
        keep.execute();
        handle.createUpdate(FORGET).bindArray(0, UUID.class, gone).execute();
    }
}
