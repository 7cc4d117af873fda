package org.onrecord.api.ingest;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import org.onrecord.api.entity.EntityId;
import org.onrecord.api.entity.NameKey;
import org.onrecord.chassis.event.WireName;
import org.onrecord.contracts.Analysis;
import org.onrecord.contracts.Article;
import org.onrecord.contracts.Entity;
import org.onrecord.contracts.Mention;
import org.onrecord.contracts.MentionKind;
import org.onrecord.contracts.Quote;
import org.onrecord.contracts.Span;
import org.onrecord.contracts.Speaker;

/** The rows of what was read in an article: entities, mentions and quotes of one analysis. Thread-safe. */
@ApplicationScoped
public class AnnotationRows {
    private static final String KEEP = """
            INSERT INTO analysis (analysis_id, article_id, version, extractor, analyser, fetched_at, analysed_at, digest,
                sentences, mentions)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
            ON CONFLICT (analysis_id) DO UPDATE SET fetched_at = excluded.fetched_at,
                analysed_at = excluded.analysed_at, digest = excluded.digest, sentences = excluded.sentences,
                mentions = excluded.mentions
            WHERE (excluded.analysed_at, excluded.fetched_at, excluded.digest)
                > (analysis.analysed_at, analysis.fetched_at, analysis.digest)
            """;
    private static final String CLEAR = "SELECT delete_annotations(?)";
    // One statement for all rows of a table, whatever their number: the same is planned once for all articles.
    private static final String ENTITY = """
            INSERT INTO entity (analysis_id, entity_no, entity_id, type, name, name_key, aliases, roles, mentions)
            SELECT ?, entity_no, entity_id, type, name, name_key, aliases::jsonb, roles::jsonb, mentions
            FROM unnest(?::integer[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::integer[])
                AS row (entity_no, entity_id, type, name, name_key, aliases, roles, mentions)
            """;
    private static final String ENTITY_NAME = """
            INSERT INTO entity_name (analysis_id, entity_no, key)
            SELECT ?, entity_no, key FROM unnest(?::integer[], ?::text[]) AS row (entity_no, key)
            """;
    /** In one order, so that none of two that bring the same new names waits for the other. */
    private static final String KNOWN_NAME = """
            INSERT INTO known_name (key) SELECT DISTINCT key FROM unnest(?::text[]) AS row (key) ORDER BY key
            ON CONFLICT DO NOTHING
            """;

    private static final String BY_EDITOR = """
            UPDATE entity SET by_editor = true, pinned = ?, entity_id = coalesce(?, entity_id)
            WHERE analysis_id = ? AND entity_no = ?
            """;

    private static final String QUOTE = """
            INSERT INTO quote (analysis_id, quote_id, article_id, quote_no, kind, text, spans, cue, speaker, speaker_no,
                confidence, rule, context, search, current, dated_at, stance, speakers, speaker_nos, stored_at)
            SELECT ?, quote_id, ?, number - 1, kind, text, spans::jsonb, cue::jsonb, speaker::jsonb, speaker_no,
                confidence, rule, context::jsonb, words_of(text), ?, ?, stance,
                speakers::jsonb, speaker_nos::integer[],
                coalesce((SELECT min(known.stored_at) FROM quote known WHERE known.quote_id = row.quote_id),
                    clock_timestamp())
            FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::float8[],
                    ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) WITH ORDINALITY
                AS row (quote_id, kind, text, spans, cue, speaker, speaker_no, confidence, rule, context, stance, speakers,
                    speaker_nos, number)
            ON CONFLICT (analysis_id, quote_id) DO NOTHING
            """;
    private static final String QUOTE_NAME = """
            INSERT INTO quote_name (analysis_id, quote_id, role, key, current, dated_at, stance)
            SELECT ?, quote_id, role, key, ?, ?, stance
            FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) AS row (quote_id, role, key, stance)
            ON CONFLICT DO NOTHING
            """;
    private static final String QUOTE_ABOUT = """
            INSERT INTO quote_about (analysis_id, quote_id, entity_no, place)
            SELECT ?, quote_id, entity_no, place
            FROM unnest(?::uuid[], ?::integer[], ?::text[]) AS row (quote_id, entity_no, place) ON CONFLICT DO NOTHING
            """;

    private final EventJson json;

    AnnotationRows(EventJson json) {
        this.json = json;
    }

    /**
     * Keeps an analysis unless the same analyser has read the same words later.
     *
     * @return whether its annotations are to be inserted
     */
    boolean keep(Handle handle, UUID analysisId, Analysis analysis) {
        Article article = analysis.article();
        return handle.execute(
                        KEEP,
                        analysisId,
                        article.articleId(),
                        article.version(),
                        article.extractor(),
                        analysis.analyser(),
                        article.fetchedAt(),
                        analysis.analysedAt(),
                        json.digest(List.of(analysis.entities(), analysis.mentions(), analysis.quotes())),
                        json.write(analysis.sentences()),
                        json.write(analysis.mentions().stream()
                                .map(AnnotationRows::values)
                                .toList()))
                > 0;
    }

    /** Makes room for the annotations of an analysis where an earlier telling of it left some. */
    void clear(Handle handle, UUID analysisId) {
        handle.execute(CLEAR, analysisId);
    }

    /** @param current what is current of the article, this analysis among the rest */
    void insert(Handle handle, UUID analysisId, Analysis analysis, ArticleRows.Current current) {
        int[] mentions = new int[analysis.entities().size()];
        analysis.mentions().forEach(mention -> mentions[mention.entityId()]++);
        insertEntities(handle, analysisId, analysis.entities(), mentions);
        insertQuotes(handle, analysisId, analysis, analysisId.equals(current.analysisId()), current.datedAt());
    }

    /**
     * Adds somebody whom an editor names and the analysis does not.
     *
     * @param pinned who it is, where the editor told; null where that follows from the name
     */
    public void addEntity(Handle handle, UUID analysisId, Entity entity, @Nullable UUID pinned) {
        insertEntities(handle, analysisId, List.of(entity), new int[entity.id() + 1]);
        handle.execute(BY_EDITOR, pinned, pinned, analysisId, entity.id());
    }

    private void insertEntities(Handle handle, UUID analysisId, List<Entity> entities, int[] mentions) {
        Columns rows = new Columns(
                Integer.class,
                UUID.class,
                String.class,
                String.class,
                String.class,
                String.class,
                String.class,
                Integer.class);
        Columns names = new Columns(Integer.class, String.class);
        Columns known = new Columns(String.class);
        for (Entity entity : entities) {
            rows.add(
                    entity.id(),
                    entityId(entity),
                    WireName.of(entity.type()),
                    entity.name(),
                    NameKey.of(entity.name()),
                    json.write(entity.aliases() == null ? List.of() : entity.aliases()),
                    json.write(entity.roles() == null ? List.of() : entity.roles()),
                    mentions[entity.id()]);
            for (String key : SpeakerNames.of(entity)) {
                names.add(entity.id(), key);
                known.add(key);
            }
        }
        rows.insert(handle, ENTITY, analysisId);
        names.insert(handle, ENTITY_NAME, analysisId);
        known.insert(handle, KNOWN_NAME);
    }

    /** As the function {@code mentions_of} of the database reads it. */
    private static List<Object> values(Mention mention) {
        return List.of(
                mention.entityId(),
                WireName.of(mention.kind()),
                WireName.of(mention.span().field()),
                mention.span().start(),
                mention.span().end(),
                mention.surface());
    }

    /**
     * Adds the quotes of an analysis.
     *
     * @param analysis with all its entities, and those quotes that are to be added
     * @param current whether it is the current one of its article
     * @param datedAt of the article
     */
    public void insertQuotes(Handle handle, UUID analysisId, Analysis analysis, boolean current, Instant datedAt) {
        Columns rows = new Columns(
                UUID.class,
                String.class,
                String.class,
                String.class,
                String.class,
                String.class,
                Integer.class,
                Double.class,
                String.class,
                String.class,
                String.class,
                String.class,
                String.class);
        Columns names = new Columns(UUID.class, String.class, String.class, String.class);
        Columns about = new Columns(UUID.class, Integer.class, String.class);
        Map<Integer, Set<String>> keysOfEntities = new HashMap<>();
        IntFunction<Set<String>> keys = no -> keysOfEntities.computeIfAbsent(
                no, any -> keys(analysis.entities().get(no)));
        SpanIndex<Span> sentences = new SpanIndex<>(analysis.sentences(), sentence -> sentence);
        SpanIndex<Mention> mentions = new SpanIndex<>(analysis.mentions(), Mention::span);
        for (Quote quote : analysis.quotes()) {
            QuoteContext context = QuoteContext.of(analysis.article(), sentences, quote);
            Speaker speaker = quote.speaker();
            boolean joint = quote.speakers().size() > 1;
            String stance = WireName.of(quote.stance());
            rows.add(
                    quote.quoteId(),
                    WireName.of(quote.kind()),
                    quote.text(),
                    json.write(quote.spans()),
                    quote.cue() == null ? null : json.write(quote.cue()),
                    speaker == null ? null : json.write(described(analysis, speaker)),
                    speaker == null ? null : speaker.entityId(),
                    quote.confidence(),
                    quote.rule(),
                    json.write(context),
                    stance,
                    joint ? json.write(described(analysis, quote.speakers())) : null,
                    joint ? numbers(quote.speakers()) : null);
            for (String key : speakerKeys(quote.speakers(), keys)) {
                names.add(quote.quoteId(), "speaker", key, stance);
            }
            for (var place : places(mentions, quote, context).entrySet()) {
                about.add(quote.quoteId(), place.getKey(), place.getValue());
                for (String key : keys.apply(place.getKey())) {
                    names.add(quote.quoteId(), "about", key, stance);
                }
            }
        }
        rows.insert(handle, QUOTE, analysisId, analysis.article().articleId(), current, datedAt);
        names.insert(handle, QUOTE_NAME, analysisId, current, datedAt);
        about.insert(handle, QUOTE_ABOUT, analysisId);
    }

    private static UUID entityId(Entity entity) {
        return EntityId.of(WireName.of(entity.type()), NameKey.of(entity.name()));
    }

    private static List<Map<String, Object>> described(Analysis analysis, List<Speaker> speakers) {
        return speakers.stream().map(speaker -> described(analysis, speaker)).toList();
    }

    /** An array of PostgreSQL's, since an array of arrays has all of one length: no number for one who is no entity. */
    private static String numbers(List<Speaker> speakers) {
        return speakers.stream()
                .map(speaker -> String.valueOf(speaker.entityId()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Map<String, Object> described(Analysis analysis, Speaker speaker) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("span", speaker.span());
        described.put("surface", speaker.surface());
        if (speaker.entityId() != null) {
            Entity entity = analysis.entities().get(speaker.entityId());
            described.put("name", entity.name());
            described.put("entityId", entityId(entity));
            described.put("roles", entity.roles() == null ? List.of() : entity.roles());
        }
        return described;
    }

    private static Set<String> speakerKeys(List<Speaker> speakers, IntFunction<Set<String>> keys) {
        return speakers.stream()
                .map(speaker -> speaker.entityId() == null
                        ? SpeakerNames.of(speaker.surface())
                        : keys.apply(speaker.entityId()))
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** All that finds an entity: its names without their article, and its id. */
    private static Set<String> keys(Entity entity) {
        Set<String> keys = SpeakerNames.of(entity).stream()
                .map(NameKey::withoutArticle)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        keys.add(entityId(entity).toString());
        return keys;
    }

    /**
     * For each entity that a quote speaks about, whether its own words do, or the sentences around them. Of its own
     * speakers it speaks only where it names them: "I" and the "he" of reported speech are not what it is about.
     */
    private static Map<Integer, String> places(SpanIndex<Mention> mentions, Quote quote, QuoteContext context) {
        Map<Integer, String> places = new LinkedHashMap<>();
        for (Mention mention : mentions.overlapping(context.field(), context.start(), context.end())) {
            boolean within = quote.spans().stream().anyMatch(span -> contains(span, mention.span()));
            boolean speaks = quote.speakers().stream().anyMatch(speaker -> isSpeaker(speaker, mention));
            if (within && !(speaks && mention.kind() == MentionKind.PRONOUN)) {
                places.put(mention.entityId(), "quote");
            } else if (!within && context.covers(mention.span()) && !speaks) {
                places.putIfAbsent(mention.entityId(), "context");
            }
        }
        return places;
    }

    private static boolean isSpeaker(Speaker speaker, Mention mention) {
        return contains(speaker.span(), mention.span())
                || speaker.entityId() != null && speaker.entityId() == mention.entityId();
    }

    private static boolean contains(Span outer, Span inner) {
        return outer.field() == inner.field() && outer.start() <= inner.start() && inner.end() <= outer.end();
    }
}
