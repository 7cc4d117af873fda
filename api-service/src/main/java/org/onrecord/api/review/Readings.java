package org.onrecord.api.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.type.TypeReference;

import org.onrecord.api.quote.QuoteRows;
import org.onrecord.api.quote.QuotedSpeaker;
import org.onrecord.contracts.Article;
import org.onrecord.contracts.Cue;
import org.onrecord.contracts.Entity;
import org.onrecord.contracts.EntityType;
import org.onrecord.contracts.Field;
import org.onrecord.contracts.Mention;
import org.onrecord.contracts.MentionKind;
import org.onrecord.contracts.Quote;
import org.onrecord.contracts.QuoteKind;
import org.onrecord.contracts.Span;
import org.onrecord.contracts.Speaker;
import org.onrecord.contracts.Stance;
import org.onrecord.database.JsonReader;

/** Reads the current analysis of an article out of the tables. Thread-safe. */
@ApplicationScoped
class Readings {

    private static final TypeReference<List<Span>> SPANS = new TypeReference<>() {};
    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};
    private static final TypeReference<List<QuotedSpeaker>> SPEAKERS = new TypeReference<>() {};
    private static final TypeReference<Cue> CUE = new TypeReference<>() {};

    private static final String CURRENT = """
            SELECT a.article_id, a.version, a.extractor, a.dated_at, a.changed_at, v.title, v.text, v.language,
                v.fetched_at, n.analysis_id, n.analyser, n.analysed_at, n.sentences::text AS sentences
            FROM article a JOIN article_version v USING (article_id, version, extractor)
            JOIN analysis n ON n.analysis_id = a.analysis_id WHERE a.article_id = ?
            """;

    private final JsonReader json;

    Readings(JsonReader json) {
        this.json = json;
    }

    /** What is read in it now, and laid over that; empty before it was analysed, and when it was taken down. */
    Optional<Reading> of(Handle handle, UUID articleId) {
        return handle.select(CURRENT, articleId)
                .map(row -> reading(handle, row))
                .findOne();
    }

    private Reading reading(Handle handle, RowView row) {
        UUID analysisId = row.getColumn("analysis_id", UUID.class);
        List<Entity> entities = new ArrayList<>();
        List<Reading.EntityIds> ids = new ArrayList<>();
        handle.select("SELECT * FROM entity WHERE analysis_id = ? ORDER BY entity_no", analysisId)
                .map(entity -> {
                    ids.add(new Reading.EntityIds(
                            entity.getColumn("entity_id", UUID.class),
                            Optional.ofNullable(entity.getColumn("pinned", UUID.class))));
                    return entities.add(new Entity(
                            entity.getColumn("entity_no", Integer.class),
                            entity.getColumn("type", EntityType.class),
                            entity.getColumn("name", String.class),
                            json.read(entity.getColumn("aliases", String.class), STRINGS),
                            json.read(entity.getColumn("roles", String.class), STRINGS)));
                })
                .list();
        List<Mention> mentions = handle.select("SELECT * FROM mentions_of(?) ORDER BY mention_no", analysisId)
                .map(mention -> new Mention(
                        mention.getColumn("entity_no", Integer.class),
                        mention.getColumn("kind", MentionKind.class),
                        new Span(
                                mention.getColumn("field", Field.class),
                                mention.getColumn("span_start", Integer.class),
                                mention.getColumn("span_end", Integer.class)),
                        mention.getColumn("surface", String.class)))
                .list();
        List<Reading.Read> quotes = handle.select(
                        "SELECT * FROM quote WHERE analysis_id = ? ORDER BY quote_no, quote_id", analysisId)
                .map(this::read)
                .list();
        return new Reading(
                analysisId,
                article(row),
                row.getColumn("analyser", String.class),
                row.getColumn("analysed_at", Instant.class),
                row.getColumn("dated_at", Instant.class),
                row.getColumn("changed_at", Instant.class),
                json.read(row.getColumn("sentences", String.class), SPANS),
                entities,
                ids,
                mentions,
                quotes);
    }

    private static Article article(RowView row) {
        return new Article(
                row.getColumn("article_id", UUID.class),
                row.getColumn("version", String.class),
                null,
                null,
                null,
                null,
                null,
                null,
                row.getColumn("title", String.class),
                List.of(),
                null,
                null,
                null,
                row.getColumn("language", String.class),
                null,
                row.getColumn("text", String.class),
                List.of(),
                List.of(),
                Map.of(),
                row.getColumn("fetched_at", Instant.class),
                row.getColumn("extractor", String.class),
                null);
    }

    private Reading.Read read(RowView row) {
        List<Speaker> speakers = speakers(row);
        return new Reading.Read(
                row.getColumn("quote_no", Integer.class),
                new Quote(
                        row.getColumn("quote_id", UUID.class),
                        row.getColumn("kind", QuoteKind.class),
                        json.read(row.getColumn("spans", String.class), SPANS),
                        row.getColumn("text", String.class),
                        json.read(row.getColumn("cue", String.class), CUE),
                        speakers.isEmpty() ? null : speakers.getFirst(),
                        row.getColumn("confidence", Double.class),
                        row.getColumn("rule", String.class),
                        row.getColumn("stance", Stance.class),
                        speakers),
                row.getColumn("stored_at", Instant.class),
                row.getColumn("changed_at", Instant.class));
    }

    private List<Speaker> speakers(RowView row) {
        Integer @Nullable [] several = row.getColumn("speaker_nos", Integer[].class);
        Integer only = row.getColumn("speaker_no", Integer.class);
        List<Speaker> speakers = new ArrayList<>();
        for (QuotedSpeaker speaker : json.read(
                QuoteRows.speakers(row.getColumn("speaker", String.class), row.getColumn("speakers", String.class))
                        .text(),
                SPEAKERS)) {
            Integer number = several == null ? only : several[speakers.size()];
            speakers.add(new Speaker(speaker.span(), speaker.surface(), number));
        }
        return speakers;
    }
}
