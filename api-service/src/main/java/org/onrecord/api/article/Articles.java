package org.onrecord.api.article;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.type.TypeReference;

import org.onrecord.api.article.Article.EntityMention;
import org.onrecord.api.article.Article.MentionedEntity;
import org.onrecord.api.article.Article.Provenance;
import org.onrecord.api.article.Article.Version;
import org.onrecord.api.database.Database;
import org.onrecord.api.database.JsonReader;
import org.onrecord.api.database.Row;
import org.onrecord.api.database.Sql;
import org.onrecord.api.publication.DateUsed;
import org.onrecord.api.quote.Quote;
import org.onrecord.api.quote.QuoteRows;
import org.onrecord.contracts.EntityType;
import org.onrecord.contracts.Field;
import org.onrecord.contracts.MentionKind;
import org.onrecord.contracts.Span;

/** Puts an article together. Rows of a version and of an analysis never change their meaning once they are there. */
@ApplicationScoped
class Articles {

    private static final TypeReference<Map<String, String>> EVIDENCE = new TypeReference<>() {};

    private static final UUID NO_ANALYSIS = new UUID(0, 0);

    private final Database database;
    private final JsonReader json;

    Articles(Database database, JsonReader json) {
        this.database = database;
        this.json = json;
    }

    /** Which wording is current; empty if there is no such article. */
    Optional<CurrentArticle> current(UUID articleId) {
        return database.first(CurrentArticle.of(articleId), CurrentArticle::of);
    }

    /** The whole article; empty if it was taken away meanwhile. */
    Optional<Article> whole(CurrentArticle current) {
        List<MentionedEntity> entities = entities(current);
        List<Quote> quotes = quotes(current);
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
            CurrentArticle current, Row row, List<MentionedEntity> entities, List<Quote> quotes, List<Version> versions)
            throws SQLException {
        return new Article(
                current.articleId(),
                row.text("title"),
                row.text("text"),
                row.text("url"),
                row.text("canonical_url"),
                row.text("site"),
                row.text("site_name"),
                row.json("authors"),
                row.time("published_at"),
                row.time("modified_at"),
                current.firstSeenAt(),
                current.datedAt(),
                DateUsed.of(row.time("published_at"), current.datedAt()),
                row.text("language"),
                row.text("section"),
                row.text("lead_image"),
                row.json("blocks"),
                row.json("removed"),
                entities,
                quotes,
                versions,
                provenance(row));
    }

    private Provenance provenance(Row row) throws SQLException {
        return new Provenance(
                row.text("version"),
                row.text("extractor"),
                row.text("analyser"),
                row.time("fetched_at"),
                row.time("analysed_at"),
                json.read(row.text("evidence"), EVIDENCE),
                row.text("archive_record_id"),
                row.json("rights"));
    }

    private List<Quote> quotes(CurrentArticle current) {
        return current.analysisId() == null
                ? List.of()
                : database.list(QuoteRows.ofAnalysis(current.analysisId()), QuoteRows::withoutArticle);
    }

    private List<MentionedEntity> entities(CurrentArticle current) {
        if (current.analysisId() == null) {
            return List.of();
        }
        Map<Long, List<EntityMention>> mentions = mentions(current.analysisId());
        return database.list(
                new Sql().add("SELECT * FROM entity WHERE analysis_id = ? ORDER BY entity_no", current.analysisId()),
                row -> new MentionedEntity(
                        row.id("entity_id"),
                        row.constant("type", EntityType.class),
                        row.text("name"),
                        row.json("aliases"),
                        row.json("roles"),
                        mentions.getOrDefault(row.number("entity_no"), List.of())));
    }

    private Map<Long, List<EntityMention>> mentions(UUID analysisId) {
        record Numbered(long entityNo, EntityMention mention) {}
        return database
                .list(
                        new Sql().add("SELECT * FROM mention WHERE analysis_id = ? ORDER BY mention_no", analysisId),
                        row -> new Numbered(row.number("entity_no"), mention(row)))
                .stream()
                .collect(Collectors.groupingBy(
                        Numbered::entityNo, Collectors.mapping(Numbered::mention, Collectors.toList())));
    }

    private EntityMention mention(Row row) throws SQLException {
        Span span = new Span(
                row.constant("field", Field.class),
                Math.toIntExact(row.number("span_start")),
                Math.toIntExact(row.number("span_end")));
        return new EntityMention(row.constant("kind", MentionKind.class), span, row.text("surface"));
    }

    private List<Version> versions(CurrentArticle current) {
        return database.list(
                new Sql().add("""
                        SELECT version, extractor, fetched_at, title FROM article_version WHERE article_id = ?
                        ORDER BY fetched_at DESC, version, extractor""", current.articleId()),
                row -> new Version(
                        row.text("version"),
                        row.text("extractor"),
                        row.time("fetched_at"),
                        row.text("title"),
                        row.text("version").equals(current.version())
                                && row.text("extractor").equals(current.extractor())));
    }
}
