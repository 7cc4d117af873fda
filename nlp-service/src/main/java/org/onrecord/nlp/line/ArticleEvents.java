package org.onrecord.nlp.line;

import java.io.IOException;
import java.util.Map;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.onrecord.contracts.Article;

/** Reads the events of topic {@code articles}. */
@ApplicationScoped
class ArticleEvents {
    /** What the schema requires; Jackson takes an event without it. */
    private static final Map<String, Function<Article, Object>> REQUIRED = Map.ofEntries(
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

    private final ObjectMapper json;

    ArticleEvents(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Reads a record's value.
     *
     * @param value JSON in UTF-8; null in a record without one
     * @throws UnreadableEventException if it is not an article event
     */
    Article parse(byte[] value) {
        if (value == null) {
            throw new UnreadableEventException("the record has no value", null);
        }
        Article article;
        try {
            article = json.readValue(value, Article.class);
        } catch (IOException e) {
            throw new UnreadableEventException("not an article event: " + e.getMessage(), e);
        }
        if (article == null) {
            throw new UnreadableEventException("not an article event: null", null);
        }
        REQUIRED.forEach((name, property) -> {
            if (property.apply(article) == null) {
                throw new UnreadableEventException("the article event lacks " + name, null);
            }
        });
        return article;
    }
}
