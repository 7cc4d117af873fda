package org.onrecord.api.entity;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;

import org.onrecord.api.database.Replicated;
import org.onrecord.api.parameter.AskedName;
import org.onrecord.api.parameter.OptionalId;
import org.onrecord.database.Database;
import org.onrecord.database.Sql;

/** Names like one that nobody bears, by the groups of three letters that they share (pg_trgm). Thread-safe. */
@ApplicationScoped
public class LikeNames {

    private static final int MOST = 5;

    private static final String HAS_TRIGRAMS =
            "SELECT EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm') AS there";

    private static final String BORNE =
            "SELECT 1 AS one FROM quote_name WHERE role = ? AND current AND key = ANY (?) LIMIT 1";

    /** Several keys lead to one name. */
    private static final String LIKE = """
            WITH near AS MATERIALIZED (SELECT key, similarity(key, ?) AS alike FROM known_name
                WHERE key % ? ORDER BY alike DESC, key LIMIT 50)
            SELECT e.name FROM near, LATERAL (
                SELECT name FROM entity_name n JOIN entity USING (analysis_id, entity_no) WHERE n.key = near.key LIMIT 1) AS e
            WHERE EXISTS (SELECT 1 FROM quote_name q WHERE q.role = ? AND q.key = near.key AND q.current)
            GROUP BY e.name ORDER BY max(near.alike) DESC, e.name LIMIT ?
            """;

    private final Database database;
    private volatile boolean hasTrigrams;

    LikeNames(@Replicated Database database) {
        this.database = database;
    }

    /**
     * Names that may be meant, of those who have quotes.
     *
     * @param role speaker or about
     * @param asked names and ids; null or empty where none was asked for
     * @return the likest first; empty if one of those asked for has quotes, and where the database has no trigrams
     */
    public List<String> of(String role, @Nullable Collection<String> asked) {
        Set<String> keys = AskedName.keys(asked);
        if (keys.isEmpty()
                || database.first(new Sql().add(BORNE, role, keys), row -> true).isPresent()
                || !hasTrigrams()) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>();
        for (String key : keys) {
            if (OptionalId.of(key).isEmpty() && names.size() < MOST) {
                names.addAll(database.list(
                        new Sql().skewed().add(LIKE, key, key, role, MOST - names.size()),
                        row -> row.getColumn("name", String.class)));
            }
        }
        return List.copyOf(names);
    }

    private boolean hasTrigrams() {
        if (!hasTrigrams) {
            hasTrigrams = database.first(new Sql().add(HAS_TRIGRAMS), row -> row.getColumn("there", Boolean.class))
                    .orElse(false);
        }
        return hasTrigrams;
    }
}
