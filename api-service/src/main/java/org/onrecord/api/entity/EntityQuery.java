package org.onrecord.api.entity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.onrecord.api.page.Cursor;
import org.onrecord.api.page.DatedPosition;
import org.onrecord.database.Sql;

/** The SQL of questions for entities. They are read from the current analysis of each article. */
final class EntityQuery {

    private static final String CURRENT = """
            FROM entity e JOIN article a ON a.analysis_id = e.analysis_id WHERE true""";

    private static final String LISTED_AS = "coalesce(e.listed_as, e.name_key)";

    private final EntityParameters parameters;
    private final Sql conditions = new Sql().skewed();

    EntityQuery(EntityParameters parameters) {
        this.parameters = parameters;
        Optional.ofNullable(parameters.type).ifPresent(type -> conditions.add("AND e.type = ?", type));
        // A key holds letters, digits and spaces only, so nothing in it means anything to LIKE.
        Optional.ofNullable(parameters.q).ifPresent(part -> conditions.add("""
                AND (e.analysis_id, e.entity_no) IN (SELECT analysis_id, entity_no FROM entity_name
                    WHERE key IN (SELECT key FROM known_name WHERE key LIKE ?))""", "%" + NameKey.of(part) + "%"));
    }

    /** What a cursor is bound to. */
    String question() {
        return String.join("\n", "entities", "" + parameters.q, "" + parameters.type);
    }

    /** All that answer it, for counting. */
    Sql all() {
        return new Sql()
                .add("SELECT DISTINCT " + LISTED_AS + ", e.type, e.entity_id")
                .add(CURRENT)
                .add(conditions);
    }

    /** The page after a position, by name, and one row more. */
    Sql page(Optional<Cursor> after, int limit) {
        Sql sql = new Sql()
                .add("SELECT DISTINCT " + LISTED_AS + " AS listed_as, e.type, e.entity_id")
                .add(CURRENT)
                .add(conditions);
        after.map(Cursor::position).ifPresent(position -> {
            if (position.size() != 3) {
                throw Cursor.broken();
            }
            sql.add(
                    "AND (" + LISTED_AS + ", e.type, e.entity_id) > (?, ?, ?)",
                    position.get(0),
                    position.get(1),
                    id(position.get(2)));
        });
        return sql.add("ORDER BY 1, e.type, e.entity_id LIMIT ?", limit + 1);
    }

    private static UUID id(String part) {
        try {
            return UUID.fromString(part);
        } catch (IllegalArgumentException e) {
            throw Cursor.broken();
        }
    }

    /** Name and counts of entities. */
    static Sql summaries(Collection<UUID> ids) {
        return new Sql()
                .add("""
                SELECT e.entity_id, e.type, min(coalesce(e.listed_as, e.name_key)) AS listed_as,
                    coalesce(max(e.called),
                        (array_agg(e.name ORDER BY a.dated_at DESC, a.article_id DESC, e.entity_no))[1]) AS name,
                    count(DISTINCT a.article_id) AS articles, sum(e.mentions) AS mentions,
                    min(a.dated_at) AS first_date, max(a.dated_at) AS last_date,
                    %s AS quotes_by, %s AS quotes_about""".formatted(counted("speaker"), counted("about")))
                .add(CURRENT)
                .add("AND e.entity_id = ANY (?)", ids)
                .add("GROUP BY e.entity_id, e.type");
    }

    /** How many quotes there are by an entity or about it, from one index. */
    private static String counted(String role) {
        return """
                (SELECT count(*) FROM quote_name n WHERE n.role = '%s' AND n.key = e.entity_id::text AND n.current
                    AND n.stance <> 'unsaid')""".formatted(role);
    }

    /** The places that speak of an entity, for counting. */
    static Sql mentions(UUID id) {
        return new Sql().add("""
                SELECT 1 FROM entity e JOIN article a ON a.analysis_id = e.analysis_id, generate_series(1, e.mentions)
                WHERE e.entity_id = ?""", id);
    }

    /** The page of them after a position, newest article first, in reading order within it; and one row more. */
    static Sql mentions(UUID id, Optional<Cursor> after, int limit) {
        Sql articles = new Sql().add("""
                SELECT a.article_id, a.analysis_id, a.title, a.url, a.site, a.published_at, a.dated_at,
                    array_agg(e.entity_no) AS entity_nos
                FROM entity e JOIN article a ON a.analysis_id = e.analysis_id
                WHERE e.entity_id = ? AND e.mentions > 0""", id);
        Sql rest = new Sql();
        after.map(Cursor::position).ifPresent(position -> {
            if (position.size() != 3 || !position.get(2).matches("\\d{1,9}")) {
                throw Cursor.broken();
            }
            DatedPosition article = DatedPosition.of(new Cursor(position.subList(0, 2)));
            articles.add("AND (a.dated_at, a.article_id) <= (?, ?)", article.date(), article.id());
            rest.add(
                    "AND (a.dated_at, a.article_id, -m.mention_no) < (?, ?, ?)",
                    article.date(),
                    article.id(),
                    -Integer.parseInt(position.get(2)));
        });
        // No more articles than there are places on the page, and the one that the page before ended in.
        articles.add("GROUP BY a.article_id ORDER BY a.dated_at DESC, a.article_id DESC LIMIT ?", limit + 2);
        return new Sql()
                .add("SELECT a.*, m.* FROM (")
                .add(articles)
                .add(") AS a, mentions_of(a.analysis_id) AS m WHERE m.entity_no = ANY (a.entity_nos)")
                .add(rest)
                .add("ORDER BY a.dated_at DESC, a.article_id DESC, m.mention_no LIMIT ?", limit + 1);
    }

    /** Who is mentioned in the same articles. */
    static Sql related(UUID id) {
        return new Sql()
                .add("""
                SELECT o.entity_id, o.type, max(coalesce(o.called, o.name)) AS name, count(DISTINCT a.article_id) AS articles
                FROM entity e JOIN article a ON a.analysis_id = e.analysis_id
                JOIN entity o ON o.analysis_id = e.analysis_id AND o.entity_id <> e.entity_id""")
                .add(
                        "WHERE e.entity_id = ? GROUP BY o.entity_id, o.type ORDER BY articles DESC, name, o.type LIMIT 50",
                        id);
    }

    /** In how many articles it was mentioned, by stretch of time. */
    static Sql timeline(UUID id, String interval, int most) {
        return new Sql()
                .add("SELECT start::text AS start, count(*) AS counted FROM (")
                .add("SELECT DISTINCT a.article_id, date_trunc('" + interval
                        + "', a.dated_at AT TIME ZONE 'UTC')::date AS start")
                .add(CURRENT)
                .add("AND e.entity_id = ?) AS article GROUP BY start ORDER BY start LIMIT ?", id, most);
    }

    /** Each name that articles give an entity. */
    static Sql names(UUID id) {
        return attributes("jsonb_array_elements_text(e.aliases || to_jsonb(e.name))", id);
    }

    /** Each role that articles give an entity. */
    static Sql roles(UUID id) {
        return attributes("jsonb_array_elements_text(e.roles)", id);
    }

    /** Why its mentions are together, and in how many articles for which reason. */
    static Sql evidence(UUID id) {
        return new Sql()
                .add("SELECT e.evidence, count(DISTINCT a.article_id) AS articles")
                .add(CURRENT)
                .add("AND e.entity_id = ? GROUP BY e.evidence", id);
    }

    /** Others who bear one of its names. */
    static Sql namesakes(UUID id) {
        return new Sql()
                .add(
                        "SELECT e.entity_id, max(coalesce(e.called, e.name)) AS name, count(DISTINCT a.article_id) AS articles")
                .add(CURRENT)
                .add("""
                        AND e.surname IN (SELECT s.surname FROM entity s WHERE s.entity_id = ?)
                        AND e.name_key IN (SELECT s.name_key FROM entity s WHERE s.entity_id = ?) AND e.entity_id <> ?
                        GROUP BY e.entity_id ORDER BY articles DESC, e.entity_id LIMIT 50""", id, id, id);
    }

    private static Sql attributes(String elements, UUID id) {
        return new Sql()
                .add("SELECT text, count(DISTINCT article_id) AS articles FROM (")
                .add("SELECT a.article_id, " + elements + " AS text")
                .add(CURRENT)
                .add("AND e.entity_id = ANY (?)", List.of(id))
                .add(") AS attribute GROUP BY text ORDER BY articles DESC, text LIMIT 50");
    }

    /** The id under which current articles have somebody who went by another; as often as it has changed, within reason. */
    static Sql movedTo(UUID id) {
        return new Sql().add("""
                        WITH RECURSIVE move (entity_id, step) AS (
                            SELECT moved_to, 1 FROM entity_moved WHERE entity_id = ?
                            UNION ALL
                            SELECT m.moved_to, step + 1 FROM entity_moved m JOIN move USING (entity_id) WHERE step < 20)
                        SELECT entity_id FROM move WHERE EXISTS (SELECT 1""", id).add(CURRENT).add("AND e.entity_id = move.entity_id) ORDER BY step LIMIT 1");
    }
}
