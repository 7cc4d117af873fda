package org.onrecord.nlp.line;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.MDC;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.Startup;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;

import org.onrecord.chassis.event.ArticleKey;
import org.onrecord.chassis.event.EventReader;
import org.onrecord.chassis.event.EventTypes;
import org.onrecord.chassis.event.StoppingException;
import org.onrecord.chassis.event.deadletter.DeadLetters;
import org.onrecord.contracts.Analysis;
import org.onrecord.contracts.Article;
import org.onrecord.contracts.Topics;
import org.onrecord.nlp.analysis.Analyser;
import org.onrecord.nlp.analysis.AnalysisFailedException;
import org.onrecord.nlp.analysis.AnalysisTimedOutException;
import org.onrecord.nlp.analysis.Annotations;
import org.onrecord.nlp.analysis.ArticleAnalysis;

/**
 * Takes each article, reads it and publishes what was read and what became of it. A record is acknowledged when the
 * broker has both; one that fails goes to the dead-letter topic with its cause, and the next one is taken.
 */
@Startup
@ApplicationScoped
class ArticlesConsumer {
    /** In every line that is logged meanwhile, beside the ids of the trace. */
    private static final String ARTICLE_ID = "articleId";

    /** A fault that depends on the moment, such as memory running short, may be gone the second time. */
    private static final int ATTEMPTS = 2;

    private final EventReader events;
    private final ArticleAnalysis analysis;
    private final EventPublisher publisher;
    private final DeadLetters deadLetters;
    private final Clock clock = Clock.systemUTC();

    ArticlesConsumer(ObjectMapper json, ArticleAnalysis analysis, EventPublisher publisher, DeadLetters deadLetters) {
        this.events = new EventReader(json);
        this.analysis = analysis;
        this.publisher = publisher;
        this.deadLetters = deadLetters;
        deadLetters.expectFrom(Topics.ARTICLES);
    }

    @Incoming("articles")
    @Blocking
    CompletionStage<Void> take(Message<byte[]> message) {
        try {
            if (message.getPayload() == null) {
                passErasureOn(message);
            } else {
                EventTypes.require(message, Topics.ARTICLE_TYPE);
                take(events.article(message.getPayload()));
            }
            return message.ack();
        } catch (StoppingException e) {
            return DeadLetters.leave();
        } catch (RuntimeException | Error e) {
            if (Thread.currentThread().isInterrupted()) {
                // The service stops: not acknowledged, the article goes to whoever takes over its partition.
                return DeadLetters.leave();
            }
            return deadLetters.take(message, e);
        }
    }

    /** Who is behind the reader, and is set back to long ago, learns of it from here: articles are kept longer than analyses. */
    private void passErasureOn(Message<byte[]> message) {
        message.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(record -> (byte[]) record.getKey())
                .filter(key -> ArticleKey.articleId(key).isPresent())
                .ifPresent(key -> publisher.erase(new String(key, StandardCharsets.UTF_8)));
    }

    private void take(Article article) {
        if (article.text().length() > Article.MAX_TEXT_LENGTH || article.title().length() > Article.MAX_TITLE_LENGTH) {
            publisher.publish(AnalysisOutcomes.tooLong(article, clock.instant()));
            return;
        }
        MDC.put(ARTICLE_ID, article.articleId());
        try {
            Annotations read = read(article);
            Instant at = clock.instant();
            publisher.publish(analysisOf(article, read, at));
            publisher.publish(AnalysisOutcomes.read(article, read, at));
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            publisher.publish(AnalysisOutcomes.failed(article, e.getMessage(), clock.instant()));
            throw e;
        } finally {
            MDC.remove(ARTICLE_ID);
        }
    }

    private Annotations read(Article article) {
        for (int attempt = 1; ; attempt++) {
            try {
                return analysis.analyse(article.articleId(), article.language(), article.title(), article.text());
            } catch (AnalysisTimedOutException e) {
                throw e;
            } catch (AnalysisFailedException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static Analysis analysisOf(Article article, Annotations read, Instant at) {
        return new Analysis(
                article, Analyser.VERSION, at, read.sentences(), read.entities(), read.mentions(), read.quotes());
    }
}
