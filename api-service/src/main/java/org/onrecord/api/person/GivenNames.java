package org.onrecord.api.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import org.onrecord.api.entity.NameKey;
import org.onrecord.api.entity.PersonName;

/** Has people found by the names that editors gave them, and by no name that was taken back, in the tables. */
final class GivenNames {

    private static final String TAKE_BACK = """
            DELETE FROM entity_name n USING unnest(?::uuid[], ?::integer[]) AS row (analysis_id, entity_no)
            WHERE n.analysis_id = row.analysis_id AND n.entity_no = row.entity_no AND n.by_editor RETURNING n.key
            """;

    private static final String GIVE = """
            INSERT INTO entity_name (analysis_id, entity_no, key, by_editor)
            SELECT analysis_id, entity_no, key, true FROM unnest(?::uuid[], ?::integer[], ?::text[])
                AS row (analysis_id, entity_no, key) ON CONFLICT DO NOTHING
            """;

    private static final String KNOWN =
            "INSERT INTO known_name (key) SELECT key FROM unnest(?::text[]) AS row (key) ORDER BY key ON CONFLICT DO NOTHING";

    private static final String UNKNOWN = """
            DELETE FROM known_name k WHERE k.key = ANY (?) AND NOT EXISTS (SELECT 1 FROM entity_name n WHERE n.key = k.key)
            """;

    private static final String CLEAR = "DELETE FROM quote_name WHERE analysis_id = ANY (?) AND key = ANY (?)";

    /** Every name of those keys, whoever bears it. */
    private static final List<String> QUOTES = List.of("""
            INSERT INTO quote_name (analysis_id, quote_id, role, key, current, dated_at, stance)
            SELECT q.analysis_id, q.quote_id, 'speaker', n.key, q.current, q.dated_at, q.stance
            FROM quote q JOIN entity_name n ON n.analysis_id = q.analysis_id
                AND n.entity_no = ANY (coalesce(q.speaker_nos, ARRAY[q.speaker_no]))
            WHERE q.analysis_id = ANY (?) AND n.key = ANY (?) ON CONFLICT DO NOTHING
            """, """
            INSERT INTO quote_name (analysis_id, quote_id, role, key, current, dated_at, stance)
            SELECT q.analysis_id, q.quote_id, 'about', n.key, q.current, q.dated_at, q.stance
            FROM quote q JOIN quote_about b USING (analysis_id, quote_id)
            JOIN entity_name n ON n.analysis_id = b.analysis_id AND n.entity_no = b.entity_no
            WHERE q.analysis_id = ANY (?) AND n.key = ANY (?) ON CONFLICT DO NOTHING
            """);

    private GivenNames() {}

    /** @param called null where a name is taken back */
    record Given(Sighting.Row row, @Nullable String called) {}

    static void write(Handle handle, List<Given> given) {
        if (given.isEmpty()) {
            return;
        }
        List<UUID> analyses =
                given.stream().map(each -> each.row().analysisId()).toList();
        List<Integer> numbers =
                given.stream().map(each -> each.row().entityNo()).toList();
        Set<String> touched = new TreeSet<>(handle.createQuery(TAKE_BACK)
                .bindArray(0, UUID.class, analyses)
                .bindArray(1, Integer.class, numbers)
                .mapTo(String.class)
                .list());
        List<UUID> ofKey = new ArrayList<>();
        List<Integer> numberOfKey = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (Given each : given) {
            for (String key : keys(each.called())) {
                ofKey.add(each.row().analysisId());
                numberOfKey.add(each.row().entityNo());
                keys.add(key);
            }
        }
        handle.createUpdate(GIVE)
                .bindArray(0, UUID.class, ofKey)
                .bindArray(1, Integer.class, numberOfKey)
                .bindArray(2, String.class, keys)
                .execute();
        handle.createUpdate(KNOWN)
                .bindArray(0, String.class, new TreeSet<>(keys))
                .execute();
        handle.createUpdate(UNKNOWN).bindArray(0, String.class, touched).execute();
        touched.addAll(keys);
        handle.createUpdate(CLEAR)
                .bindArray(0, UUID.class, analyses)
                .bindArray(1, String.class, touched)
                .execute();
        for (String sql : QUOTES) {
            handle.createUpdate(sql)
                    .bindArray(0, UUID.class, analyses)
                    .bindArray(1, String.class, touched)
                    .execute();
        }
    }

    private static Set<String> keys(@Nullable String called) {
        if (called == null) {
            return Set.of();
        }
        Set<String> keys = new TreeSet<>(PersonName.keys(called));
        keys.add(NameKey.of(called));
        keys.remove("");
        return keys;
    }
}
