package org.onrecord.chassis.event;

import java.net.URI;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.onrecord.contracts.Analysis;
import org.onrecord.contracts.Article;
import org.onrecord.contracts.FetchRequest;
import org.onrecord.contracts.Outcome;
import org.onrecord.contracts.Topics;

/** From records to bytes, keys and CloudEvents attributes. Thread-safe. */
@ApplicationScoped
public class EventEncoder {

    private final ObjectMapper mapper;
    private final URI source;

    /** @param service that tells the events */
    public EventEncoder(ObjectMapper mapper, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.mapper = mapper;
        this.source = URI.create(service);
    }

    /** @param host the record's key, so that the requests of a host stay in order */
    public EncodedEvent encode(FetchRequest request, String host) {
        return event(host, request.requestId().toString(), Topics.FETCH_REQUEST_TYPE, request.requestedAt(), request);
    }

    public EncodedEvent encode(Article article) {
        String id = article.requestId() + "/" + article.articleId() + "/" + article.version();
        return event(ArticleKey.of(article), id, Topics.ARTICLE_TYPE, article.fetchedAt(), article);
    }

    /** The same article read by the same analyser is the same event. */
    public EncodedEvent encode(Analysis analysis) {
        Article article = analysis.article();
        String id = article.articleId() + "/" + article.version() + "/" + analysis.analyser();
        return event(ArticleKey.of(article), id, Topics.ANALYSIS_TYPE, analysis.analysedAt(), analysis);
    }

    public EncodedEvent encode(Outcome outcome) {
        String key = outcome.url() == null ? outcome.requestId().toString() : outcome.url();
        return event(key, outcome.outcomeId().toString(), Topics.OUTCOME_TYPE, outcome.at(), outcome);
    }

    private EncodedEvent event(String key, String id, String type, Instant at, Object event) {
        try {
            return new EncodedEvent(source, key, id, type, at, mapper.writeValueAsBytes(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("events are plain records", e);
        }
    }
}
