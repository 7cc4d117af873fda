package org.onrecord.chassis.event;

import java.io.IOException;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.onrecord.contracts.Analysis;
import org.onrecord.contracts.Article;
import org.onrecord.contracts.FetchRequest;
import org.onrecord.contracts.Outcome;

/** From the bytes of a record to an event that has what its schema requires. Thread-safe. */
public final class EventReader {
    /** What the schemas require and Jackson does not ask for. */
    private static final Map<String, Function<Article, Object>> ARTICLE = Map.ofEntries(
            Map.entry("articleId", Article::articleId),
            Map.entry("version", Article::version),
            Map.entry("requestId", Article::requestId),
            Map.entry("title", Article::title),
            Map.entry("authors", Article::authors),
            Map.entry("language", Article::language),
            Map.entry("text", Article::text),
            Map.entry("blocks", Article::blocks),
            Map.entry("removed", Article::removed),
            Map.entry("evidence", Article::evidence),
            Map.entry("fetchedAt", Article::fetchedAt),
            Map.entry("extractor", Article::extractor));

    private static final Map<String, Function<Analysis, Object>> ANALYSIS = Map.of(
            "article", Analysis::article,
            "analyser", Analysis::analyser,
            "analysedAt", Analysis::analysedAt,
            "sentences", Analysis::sentences,
            "entities", Analysis::entities,
            "mentions", Analysis::mentions,
            "quotes", Analysis::quotes);

    private static final Map<String, Function<Outcome, Object>> OUTCOME = Map.of(
            "outcomeId", Outcome::outcomeId,
            "requestId", Outcome::requestId,
            "stage", Outcome::stage,
            "reason", Outcome::reason,
            "at", Outcome::at);

    private static final Map<String, Function<FetchRequest, Object>> FETCH_REQUEST =
            Map.of("requestId", FetchRequest::requestId, "url", FetchRequest::url);

    private final ObjectMapper json;

    /** @param json reads ISO dates, and passes over properties that it does not know */
    public EventReader(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param value JSON in UTF-8; null in a record without one
     * @throws UnreadableEventException if it is no article event
     */
    public Article article(byte @Nullable [] value) {
        return require("article", parse(value, "an article", Article.class), ARTICLE);
    }

    /**
     * @param value JSON in UTF-8; null in a record without one
     * @throws UnreadableEventException if it is no analysis event, or that of no article
     */
    public Analysis analysis(byte @Nullable [] value) {
        Analysis analysis = require("analysis", parse(value, "an analysis", Analysis.class), ANALYSIS);
        require("article", analysis.article(), ARTICLE);
        return analysis;
    }

    /**
     * @param value JSON in UTF-8; null in a record without one
     * @throws UnreadableEventException if it is no outcome event
     */
    public Outcome outcome(byte @Nullable [] value) {
        return require("outcome", parse(value, "an outcome", Outcome.class), OUTCOME);
    }

    /**
     * @param value JSON in UTF-8; null in a record without one
     * @throws UnreadableEventException if it is no fetch request, or one without id or URL
     */
    public FetchRequest fetchRequest(byte @Nullable [] value) {
        return require("fetch request", parse(value, "a fetch request", FetchRequest.class), FETCH_REQUEST);
    }

    private <T> T parse(byte @Nullable [] value, String kind, Class<T> type) {
        if (value == null) {
            throw new UnreadableEventException("the record has no value");
        }
        T event;
        try {
            event = json.readValue(value, type);
        } catch (IOException e) {
            throw new UnreadableEventException("not " + kind + " event: " + e.getMessage(), e);
        }
        if (event == null) {
            throw new UnreadableEventException("not " + kind + " event: null");
        }
        return event;
    }

    private static <T> T require(String kind, T event, Map<String, Function<T, Object>> properties) {
        properties.forEach((name, property) -> {
            if (property.apply(event) == null) {
                throw new UnreadableEventException("the " + kind + " lacks " + name);
            }
        });
        return event;
    }
}
