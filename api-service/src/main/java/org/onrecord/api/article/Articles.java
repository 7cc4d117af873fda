package org.onrecord.api.article;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.result.RowView;

import com.fasterxml.jackson.core.type.TypeReference;

import org.onrecord.api.article.Article.EntityMention;
import org.onrecord.api.article.Article.MentionedEntity;
import org.onrecord.api.article.Article.Provenance;
import org.onrecord.api.article.Article.Version;
import org.onrecord.api.database.Replicated;
import org.onrecord.api.publication.DateUsed;
import org.onrecord.api.quote.Quote;
import org.onrecord.api.quote.QuoteRows;
import org.onrecord.api.quote.Stances;
import org.onrecord.api.takedown.Takedowns;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;
import org.onrecord.contracts.EntityType;
import org.onrecord.contracts.Field;
import org.onrecord.contracts.MentionKind;
import org.onrecord.contracts.Span;
import org.onrecord.database.Database;
import org.onrecord.database.JsonReader;
import org.onrecord.database.Sql;
import org.onrecord.database.StoredJson;

/** Puts an article together. Rows of a version and of an analysis never change their meaning once they are there. */
@ApplicationScoped
public class Articles {

    private static final TypeReference<Map<String, String>> EVIDENCE = new TypeReference<>() {};

    private static final UUID NO_ANALYSIS = new UUID(0, 0);

    private final Database database;
    private final JsonReader json;
    private final Wordings wordings;
    private final Takedowns takedowns;

    Articles(@Replicated Database database, JsonReader json, Wordings wordings, Takedowns takedowns) {
        this.database = database;
        this.json = json;
        this.wordings = wordings;
        this.takedowns = takedowns;
    }

    /** Which wording is current; empty if there is no such article. */
    Optional<CurrentArticle> current(UUID articleId) {
        return database.first(CurrentArticle.of(articleId), CurrentArticle::of);
    }

    /**
     * The article as it was fetched last, with its quotes of every stance.
     *
     * @throws ProblemException if there is none, or if it was taken down
     */
    public Article whole(UUID articleId) {
        return whole(found(articleId), Stances.ALL).orElseThrow(() -> notThere(articleId));
    }

    /** The quotes of the article as it was fetched last that an editor rejected. */
    public List<Quote> rejected(UUID articleId) {
        UUID analysisId = found(articleId).analysisId();
        return analysisId == null
                ? List.of()
                : database.list(QuoteRows.rejectedOfAnalysis(analysisId), QuoteRows::withoutArticle);
    }

    /**
     * What an edit changed.
     *
     * @param from version of the wording before; null for the one before the other
     * @param to version of the wording after; null for the current one
     * @throws ProblemException if there is no such article or wording
     */
    public ArticleDiff diff(UUID articleId, @Nullable String from, @Nullable String to) {
        return wordings.compare(found(articleId), from, to);
    }

    /**
     * Where else the same story was printed.
     *
     * @throws ProblemException if there is no such article
     */
    public Copies copies(UUID articleId) {
        found(articleId);
        return new Copies(database.list(Copies.of(articleId), Copies.Copy::of));
    }

    private CurrentArticle found(UUID articleId) {
        return current(articleId).orElseThrow(() -> notThere(articleId));
    }

    /** What a question for an article ends with that is not stored, or not any more. */
    ProblemException notThere(UUID articleId) {
        if (takedowns.covers(articleId)) {
            return new ProblemException(
                    ProblemType.TAKEN_DOWN, "Forget what you kept of it: it is not to be shown any more.");
        }
        return new ProblemException(
                ProblemType.NOT_FOUND,
                "No stored article has this id. /v1/trace?url= tells what became of the story of a URL.");
    }

    /** The whole article with its quotes of some stances; empty if it was taken away meanwhile. */
    Optional<Article> whole(CurrentArticle current, Stances stances) {
        List<MentionedEntity> entities = entities(current);
        List<Quote> quotes = quotes(current, stances);
        List<Version> versions = versions(current);
        Sql version = new Sql()
                .add("SELECT v.*, n.analyser, n.analysed_at")
                .add(
                        "FROM article_version v LEFT JOIN analysis n ON n.analysis_id = ?",
                        Objects.requireNonNullElse(current.analysisId(), NO_ANALYSIS))
                .add("WHERE v.article_id = ?", current.articleId())
                .add("AND v.version = ? AND v.extractor = ?", current.version(), current.extractor());
        return database.first(version, row -> article(current, row, entities, quotes, versions));
    }

    private Article article(
            CurrentArticle current,
            RowView row,
            List<MentionedEntity> entities,
            List<Quote> quotes,
            List<Version> versions) {
        return new Article(
                current.articleId(),
                row.getColumn("title", String.class),
                row.getColumn("text", String.class),
                row.getColumn("url", String.class),
                row.getColumn("canonical_url", String.class),
                row.getColumn("site", String.class),
                row.getColumn("site_name", String.class),
                row.getColumn("authors", StoredJson.class),
                row.getColumn("published_at", Instant.class),
                row.getColumn("modified_at", Instant.class),
                current.firstSeenAt(),
                current.datedAt(),
                DateUsed.of(row.getColumn("published_at", Instant.class), current.datedAt()),
                row.getColumn("language", String.class),
                row.getColumn("section", String.class),
                row.getColumn("lead_image", String.class),
                row.getColumn("partial", Boolean.class),
                row.getColumn("blocks", StoredJson.class),
                row.getColumn("removed", StoredJson.class),
                entities,
                quotes,
                versions,
                provenance(row));
    }

    private Provenance provenance(RowView row) {
        return new Provenance(
                row.getColumn("version", String.class),
                row.getColumn("extractor", String.class),
                row.getColumn("analyser", String.class),
                row.getColumn("fetched_at", Instant.class),
                row.getColumn("analysed_at", Instant.class),
                json.read(row.getColumn("evidence", String.class), EVIDENCE),
                row.getColumn("archive_record_id", String.class),
                row.getColumn("rights", StoredJson.class));
    }

    private List<Quote> quotes(CurrentArticle current, Stances stances) {
        return current.analysisId() == null
                ? List.of()
                : database.list(QuoteRows.ofAnalysis(current.analysisId(), stances), QuoteRows::withoutArticle);
    }

    private List<MentionedEntity> entities(CurrentArticle current) {
        if (current.analysisId() == null) {
            return List.of();
        }
        Map<Long, List<EntityMention>> mentions = mentions(current.analysisId());
        return database.list(
                new Sql().add("SELECT * FROM entity WHERE analysis_id = ? ORDER BY entity_no", current.analysisId()),
                row -> new MentionedEntity(
                        row.getColumn("entity_id", UUID.class),
                        row.getColumn("type", EntityType.class),
                        row.getColumn("name", String.class),
                        row.getColumn("aliases", StoredJson.class),
                        row.getColumn("roles", StoredJson.class),
                        mentions.getOrDefault(row.getColumn("entity_no", Long.class), List.of())));
    }

    private Map<Long, List<EntityMention>> mentions(UUID analysisId) {
        record Numbered(long entityNo, EntityMention mention) {}
        return database
                .list(
                        new Sql().add("SELECT * FROM mentions_of(?) ORDER BY mention_no", analysisId),
                        row -> new Numbered(row.getColumn("entity_no", Long.class), mention(row)))
                .stream()
                .collect(Collectors.groupingBy(
                        Numbered::entityNo, Collectors.mapping(Numbered::mention, Collectors.toList())));
    }

    private EntityMention mention(RowView row) {
        Span span = new Span(
                row.getColumn("field", Field.class),
                row.getColumn("span_start", Integer.class),
                row.getColumn("span_end", Integer.class));
        return new EntityMention(
                row.getColumn("kind", MentionKind.class), span, row.getColumn("surface", String.class));
    }

    private List<Version> versions(CurrentArticle current) {
        return database.list(
                new Sql().add("""
                        SELECT version, extractor, fetched_at, title FROM article_version WHERE article_id = ?
                        ORDER BY fetched_at DESC, version, extractor""", current.articleId()),
                row -> new Version(
                        row.getColumn("version", String.class),
                        row.getColumn("extractor", String.class),
                        row.getColumn("fetched_at", Instant.class),
                        row.getColumn("title", String.class),
                        row.getColumn("version", String.class).equals(current.version())
                                && row.getColumn("extractor", String.class).equals(current.extractor())));
    }
}
