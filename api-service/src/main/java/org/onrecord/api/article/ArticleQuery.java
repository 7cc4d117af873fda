package org.onrecord.api.article;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.onrecord.api.entity.NameKey;
import org.onrecord.api.page.DatedPosition;
import org.onrecord.api.page.Sort;
import org.onrecord.api.parameter.AskedName;
import org.onrecord.api.parameter.Hosts;
import org.onrecord.api.parameter.OptionalId;
import org.onrecord.api.parameter.Period;
import org.onrecord.api.search.WordQuestion;
import org.onrecord.api.search.WordSearch;
import org.onrecord.database.Sql;

/** The SQL of a question for articles. */
public final class ArticleQuery {

    private static final String FROM = "FROM article a WHERE a.version IS NOT NULL";

    private final ArticleParameters parameters;
    private final Sort sort;
    private final Period period;
    private final Sql conditions = new Sql();

    /**
     * @throws org.onrecord.chassis.problem.ProblemException if the parameters contradict each other
     */
    public ArticleQuery(ArticleParameters parameters, Sort sort) {
        this.parameters = parameters;
        this.sort = sort;
        Optional.ofNullable(parameters.q)
                .ifPresent(q -> conditions.add("AND a.search @@ " + WordSearch.WORDS, WordQuestion.of(q)));
        Optional.ofNullable(parameters.entity).ifPresent(this::mentions);
        Set<String> sites = Hosts.of(parameters.site);
        if (sites.size() == 1) {
            conditions.add("AND a.site = ?", sites.iterator().next());
        } else if (!sites.isEmpty()) {
            conditions.add("AND a.site = ANY (?)", sites);
        }
        period = Period.of(parameters.from, parameters.to);
        Optional<Instant> storedSince =
                Optional.ofNullable(parameters.storedSince).flatMap(Period::starting);
        storedSince.ifPresent(since -> conditions.add("AND a.stored_at >= ?", since));
        // What was stored since was changed since: of that there is an index.
        Stream.of(storedSince, Optional.ofNullable(parameters.changedSince).flatMap(Period::starting))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .ifPresent(since -> conditions.add("AND a.changed_at >= ?", since));
    }

    /** Leaves out what was changed at a moment or later. */
    public ArticleQuery before(Instant horizon) {
        conditions.add("AND a.changed_at < ?", horizon);
        return this;
    }

    /** Whether it is asked for by when it was stored or changed. */
    public boolean isOfChanges() {
        return parameters.storedSince != null || parameters.changedSince != null || sort == Sort.STORED;
    }

    /** What a cursor is bound to. */
    public String question() {
        String question = String.join(
                "\n",
                "articles",
                "" + parameters.q,
                "" + parameters.entity,
                parameters.site == null || parameters.site.isEmpty() ? "null" : String.join("\t", parameters.site),
                "" + parameters.from,
                "" + parameters.to);
        return isOfChanges() || sort != Sort.NEWEST
                ? String.join(
                        "\n", question, "" + parameters.storedSince, "" + parameters.changedSince, sort.toString())
                : question;
    }

    /** All that answer it, for counting. */
    Sql all() {
        return new Sql().skewed().add("SELECT 1").add(FROM).add(conditions).add(within(period));
    }

    /** The page after a position, in its order, and one row more. */
    Sql page(Optional<DatedPosition> after, int limit) {
        Sql sql = new Sql()
                .skewed()
                .add(ArticleSummary.COLUMNS)
                .add(FROM)
                .add(conditions)
                .add(within(period));
        String column = "a." + sort.column();
        after.ifPresent(position -> sql.add(
                "AND (" + column + ", a.article_id) " + sort.behind() + " (?, ?)", position.date(), position.id()));
        String direction = sort.direction();
        return sql.add("ORDER BY " + column + " " + direction + ", a.article_id " + direction + " LIMIT ?", limit + 1);
    }

    /** All that answer it after a position, oldest first, with what their page said of them. */
    public Sql export(Optional<DatedPosition> after) {
        Sql sql = new Sql().skewed().add("""
                        SELECT a.article_id, a.site, a.dated_at, a.first_seen_at, a.stored_at, a.changed_at, v.version, v.title,
                            v.url, v.canonical_url, v.site_name, v.authors, v.language, v.section, v.published_at, v.modified_at,
                            v.text
                        FROM article a JOIN article_version v USING (article_id, version, extractor) WHERE true""").add(conditions).add(within(period));
        after.ifPresent(position -> sql.add("AND (a.dated_at, a.article_id) > (?, ?)", position.date(), position.id()));
        return sql.add("ORDER BY a.dated_at, a.article_id");
    }

    /** Where the list goes on after an article. */
    DatedPosition position(ArticleSummary last) {
        return new DatedPosition(sort == Sort.STORED ? last.changed() : last.date(), last.id());
    }

    /** The ids of some articles, those first that have the words closest together. */
    Sql ranked(Collection<UUID> ids) {
        return new Sql()
                .add("SELECT a.article_id AS id FROM article a WHERE a.article_id = ANY (?)", ids)
                .add(
                        "ORDER BY ts_rank_cd(a.search, " + WordSearch.WORDS
                                + ", 1) DESC, a.dated_at DESC, a.article_id DESC",
                        WordQuestion.of(parameters.q));
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
        return parameters.q == null || sort == Sort.OLDEST || sort == Sort.STORED
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
        Set<String> keys = new LinkedHashSet<>(AskedName.keys(List.of(nameOrId)));
        keys.add(NameKey.of(nameOrId));
        OptionalId.of(nameOrId).ifPresentOrElse(id -> conditions.add("""
                                AND EXISTS (SELECT 1 FROM entity e
                                    WHERE e.analysis_id = a.analysis_id AND e.entity_id = ?)""", id), () -> conditions.add("""
                                AND EXISTS (SELECT 1 FROM entity_name n
                                    WHERE n.analysis_id = a.analysis_id AND n.key = ANY (?))""", keys));
    }
}
