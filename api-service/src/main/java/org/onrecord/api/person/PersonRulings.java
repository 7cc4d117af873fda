package org.onrecord.api.person;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/** What editors decided of people, in the tables. */
final class PersonRulings {

    private static final String STANDING = """
            SELECT decision, person_id, into_id, name, listed_as, names, articles FROM review
            WHERE ended_at IS NULL AND person_id IS NOT NULL ORDER BY made_at, review_id
            """;

    private static final String MOVES = "WITH m AS (SELECT * FROM unnest(?::uuid[], ?::uuid[]) AS m (before, after)) ";

    private static final List<String> FOLLOW = List.of(
            MOVES + """
            UPDATE review SET person_id = coalesce((SELECT after FROM m WHERE before = person_id), person_id),
                into_id = coalesce((SELECT after FROM m WHERE before = into_id), into_id)
            WHERE ended_at IS NULL AND person_id IS NOT NULL
                AND (person_id IN (SELECT before FROM m) OR into_id IN (SELECT before FROM m))
            """,
            // What was said of a quote names the person it chose as well.
            MOVES + """
            UPDATE review r SET says = replace(r.says::text, m.before::text, m.after::text)::jsonb
            FROM m, entity e, analysis a
            WHERE e.pinned = m.before AND a.analysis_id = e.analysis_id AND r.article_id = a.article_id AND r.ended_at IS NULL
            """,
            MOVES + "UPDATE entity e SET pinned = m.after FROM m WHERE e.pinned = m.before");

    private PersonRulings() {}

    static Rulings standing(Handle handle) {
        return new Rulings(handle.select(STANDING).map(PersonRulings::ruling).list());
    }

    private static Rulings.Ruling ruling(RowView row) {
        UUID person = row.getColumn("person_id", UUID.class);
        UUID into = row.getColumn("into_id", UUID.class);
        String listedAs = row.getColumn("listed_as", String.class);
        String name = row.getColumn("name", String.class);
        return switch (row.getColumn("decision", String.class)) {
            case "merged" -> new Rulings.Merge(person, into, listedAs);
            case "separated" ->
                new Rulings.Separation(
                        person,
                        into,
                        Set.of(row.getColumn("names", String[].class)),
                        Set.of(row.getColumn("articles", UUID[].class)),
                        listedAs,
                        name);
            case "renamed" -> new Rulings.Renaming(person, name, listedAs);
            default -> throw new IllegalStateException("no decision of people");
        };
    }

    /** Has what was decided go with people who go by another id by the articles alone. */
    static void follow(Handle handle, Map<UUID, UUID> moved) {
        if (!moved.isEmpty()) {
            List<UUID> before = List.copyOf(moved.keySet());
            List<UUID> after = before.stream().map(moved::get).toList();
            FOLLOW.forEach(sql -> handle.createUpdate(sql)
                    .bindArray(0, UUID.class, before)
                    .bindArray(1, UUID.class, after)
                    .execute());
        }
    }
}
