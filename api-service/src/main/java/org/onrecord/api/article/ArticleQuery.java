package org.onrecord.api.article;

import java.util.Locale;
import java.util.Optional;

import org.onrecord.api.database.Sql;
import org.onrecord.api.entity.NameKey;
import org.onrecord.api.page.DatedPosition;
import org.onrecord.api.parameter.OptionalId;
import org.onrecord.api.parameter.Period;

/** The SQL of a question for articles. */
final class ArticleQuery {

    private static final String FROM = "FROM article a WHERE a.version IS NOT NULL";

    private final ArticleParameters parameters;
    private final Sql conditions = new Sql().skewed();

    /**
     * @throws org.onrecord.api.problem.ProblemException if the parameters contradict each other
     */
    ArticleQuery(ArticleParameters parameters) {
        this.parameters = parameters;
        Optional.ofNullable(parameters.q)
                .ifPresent(q -> conditions.add("AND a.search @@ websearch_to_tsquery('english', ?)", q));
        Optional.ofNullable(parameters.entity).ifPresent(this::mentions);
        Optional.ofNullable(parameters.site)
                .ifPresent(site -> conditions.add("AND a.site = ?", site.strip().toLowerCase(Locale.ROOT)));
        Period period = Period.of(parameters.from, parameters.to);
        period.from().ifPresent(from -> conditions.add("AND a.dated_at >= ?", from));
        period.before().ifPresent(before -> conditions.add("AND a.dated_at < ?", before));
    }

    /** What a cursor is bound to. */
    String question() {
        return String.join(
                "\n",
                "articles",
                "" + parameters.q,
                "" + parameters.entity,
                "" + parameters.site,
                "" + parameters.from,
                "" + parameters.to);
    }

    /** All that answer it, for counting. */
    Sql all() {
        return new Sql().add("SELECT 1").add(FROM).add(conditions);
    }

    /** The page after a position, newest first, and one row more. */
    Sql page(Optional<DatedPosition> after, int limit) {
        Sql sql = new Sql().add(ArticleSummary.COLUMNS).add(FROM).add(conditions);
        after.ifPresent(position -> sql.add("AND (a.dated_at, a.article_id) < (?, ?)", position.date(), position.id()));
        return sql.add("ORDER BY a.dated_at DESC, a.article_id DESC LIMIT ?", limit + 1);
    }

    private void mentions(String nameOrId) {
        String key = NameKey.of(nameOrId);
        OptionalId.of(nameOrId)
                .ifPresentOrElse(
                        id -> conditions.add("""
                                AND EXISTS (SELECT 1 FROM entity e
                                    WHERE e.analysis_id = a.analysis_id AND e.entity_id = ?)""", id), () -> conditions.add("""
                                AND EXISTS (SELECT 1 FROM entity_name n
                                    WHERE n.analysis_id = a.analysis_id AND n.key IN (?, ?))""", key, NameKey.withoutArticle(key)));
    }
}
