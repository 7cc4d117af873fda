package org.onrecord.api.article;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.onrecord.api.entity.NameKey;
import org.onrecord.api.page.DatedPosition;
import org.onrecord.api.parameter.OptionalId;
import org.onrecord.api.parameter.Period;
import org.onrecord.api.search.WordSearch;
import org.onrecord.database.Sql;

/** The SQL of a question for articles. */
final class ArticleQuery {

    private static final String FROM = "FROM article a WHERE a.version IS NOT NULL";

    private final ArticleParameters parameters;
    private final Period period;
    private final Sql conditions = new Sql();

    /**
     * @throws org.onrecord.chassis.problem.ProblemException if the parameters contradict each other
     */
    ArticleQuery(ArticleParameters parameters) {
        this.parameters = parameters;
        Optional.ofNullable(parameters.q)
                .ifPresent(q -> conditions.add("AND a.search @@ websearch_to_tsquery('english', ?)", q));
        Optional.ofNullable(parameters.entity).ifPresent(this::mentions);
        Optional.ofNullable(parameters.site)
                .ifPresent(site -> conditions.add("AND a.site = ?", site.strip().toLowerCase(Locale.ROOT)));
        period = Period.of(parameters.from, parameters.to);
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
        return new Sql().skewed().add("SELECT 1").add(FROM).add(conditions).add(within(period));
    }

    /** The page after a position, newest first, and one row more. */
    Sql page(Optional<DatedPosition> after, int limit) {
        Sql sql = new Sql()
                .skewed()
                .add(ArticleSummary.COLUMNS)
                .add(FROM)
                .add(conditions)
                .add(within(period));
        after.ifPresent(position -> sql.add("AND (a.dated_at, a.article_id) < (?, ?)", position.date(), position.id()));
        return sql.add("ORDER BY a.dated_at DESC, a.article_id DESC LIMIT ?", limit + 1);
    }

    /** Some articles by their ids, newest first. */
    static Sql byIds(Collection<UUID> ids) {
        return new Sql()
                .add(ArticleSummary.COLUMNS)
                .add(FROM)
                .add("AND a.article_id = ANY (?) ORDER BY a.dated_at DESC, a.article_id DESC", ids);
    }

    /** The question as one for words, if it is. */
    Optional<WordSearch> words() {
        return parameters.q == null
                ? Optional.empty()
                : Optional.of(new WordSearch("a.article_id", "a.dated_at", FROM, conditions, period));
    }

    private static Sql within(Period stretch) {
        Sql dates = new Sql();
        stretch.from().ifPresent(from -> dates.add("AND a.dated_at >= ?", from));
        stretch.before().ifPresent(before -> dates.add("AND a.dated_at < ?", before));
        return dates;
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
