package org.onrecord.api.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import com.fasterxml.jackson.core.type.TypeReference;

import org.onrecord.api.entity.NameKey;
import org.onrecord.api.settling.Settler;
import org.onrecord.api.settling.SoleSettler;
import org.onrecord.contracts.EntityType;
import org.onrecord.database.JsonReader;

/**
 * Brings what an earlier release stored to where it is found by the names and words of today: article by article, so that nobody
 * waits for an upgrade. Thread-safe: of all replicas one at a time does it.
 */
@ApplicationScoped
class StoredBefore implements Settler {

    private static final int AT_ONCE = 20;

    /** Any number that nothing else in this database locks by. */
    private static final long LOCK = 3190475528L;

    private static final String DUE = "SELECT article_id FROM article_waiting ORDER BY dated_at DESC LIMIT ?";

    /** The ingest holds it too. */
    private static final String HOLD = "SELECT 1 FROM article WHERE article_id = ? FOR UPDATE";

    private static final String ARTICLE_WORDS = """
            UPDATE article a SET search = words_of(v.title || ' ' || v.text) FROM article_version v
            WHERE a.article_id = ? AND v.article_id = a.article_id AND v.version = a.version AND v.extractor = a.extractor
                AND (length(v.title) + length(v.text) >= 100000 OR plain_letters(v.title || v.text) <> v.title || v.text)
            """;

    private static final String QUOTE_WORDS = """
            UPDATE quote SET search = words_of(text) WHERE article_id = ? AND plain_letters(text) <> text
            """;

    private static final String PEOPLE = """
            SELECT e.analysis_id, e.entity_no, e.name, e.aliases::text AS aliases
            FROM analysis n JOIN entity e USING (analysis_id) WHERE n.article_id = ? AND e.type = 'person'
            """;

    private static final String ENTITY_NAME = """
            INSERT INTO entity_name (analysis_id, entity_no, key)
            SELECT * FROM unnest(?::uuid[], ?::integer[], ?::text[]) ON CONFLICT DO NOTHING
            """;

    private static final String KNOWN_NAME =
            "INSERT INTO known_name (key) SELECT key FROM unnest(?::text[]) AS row (key) ORDER BY key ON CONFLICT DO NOTHING";

    private static final String QUOTE_NAME = """
            INSERT INTO quote_name (analysis_id, quote_id, role, key, current, dated_at, stance)
            SELECT q.analysis_id, q.quote_id, 'speaker', p.key, q.current, q.dated_at, q.stance
            FROM unnest(?::uuid[], ?::integer[], ?::text[]) AS p (analysis_id, entity_no, key)
            JOIN quote q ON q.article_id = ? AND q.analysis_id = p.analysis_id
                AND p.entity_no = ANY (coalesce(q.speaker_nos, ARRAY[q.speaker_no]))
            UNION
            SELECT q.analysis_id, q.quote_id, 'about', p.key, q.current, q.dated_at, q.stance
            FROM unnest(?::uuid[], ?::integer[], ?::text[]) AS p (analysis_id, entity_no, key)
            JOIN quote_about b ON b.analysis_id = p.analysis_id AND b.entity_no = p.entity_no
            JOIN quote q ON q.analysis_id = b.analysis_id AND q.quote_id = b.quote_id
            ON CONFLICT DO NOTHING
            """;

    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};

    private final Jdbi jdbi;
    private final JsonReader json;

    StoredBefore(Jdbi jdbi, JsonReader json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    @Override
    public String name() {
        return "articles stored before";
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

    private static List<UUID> due(Handle handle, int most) {
        return handle.select(DUE, most).mapTo(UUID.class).list();
    }

    private int settle(Handle handle, List<UUID> articles) {
        Set<String> known = new TreeSet<>();
        // In one order, as everybody does who holds several.
        for (UUID article :
                articles.stream().sorted(Comparator.comparing(UUID::toString)).toList()) {
            handle.select(HOLD, article).mapTo(Integer.class).findOne();
            handle.execute(ARTICLE_WORDS, article);
            handle.execute(QUOTE_WORDS, article);
            known.addAll(addNames(handle, article));
            handle.execute("DELETE FROM article_waiting WHERE article_id = ?", article);
        }
        // At the end and in one order, since the ingest waits for who brings a name that is new.
        handle.createUpdate(KNOWN_NAME).bindArray(0, String.class, known).execute();
        return articles.size();
    }

    private List<String> addNames(Handle handle, UUID article) {
        List<UUID> analyses = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        handle.select(PEOPLE, article)
                .map(row -> {
                    for (String key : SpeakerNames.of(
                            EntityType.PERSON,
                            row.getColumn("name", String.class),
                            json.read(row.getColumn("aliases", String.class), STRINGS))) {
                        analyses.add(row.getColumn("analysis_id", UUID.class));
                        numbers.add(row.getColumn("entity_no", Integer.class));
                        keys.add(key);
                    }
                    return true;
                })
                .list();
        if (keys.isEmpty()) {
            return keys;
        }
        handle.createUpdate(ENTITY_NAME)
                .bindArray(0, UUID.class, analyses)
                .bindArray(1, Integer.class, numbers)
                .bindArray(2, String.class, keys)
                .execute();
        List<String> ofQuotes = keys.stream().map(NameKey::withoutArticle).toList();
        handle.createUpdate(QUOTE_NAME)
                .bindArray(0, UUID.class, analyses)
                .bindArray(1, Integer.class, numbers)
                .bindArray(2, String.class, ofQuotes)
                .bind(3, article)
                .bindArray(4, UUID.class, analyses)
                .bindArray(5, Integer.class, numbers)
                .bindArray(6, String.class, ofQuotes)
                .execute();
        return keys;
    }
}
