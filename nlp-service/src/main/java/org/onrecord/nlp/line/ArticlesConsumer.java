package org.onrecord.nlp.line;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;

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

    private static final Logger LOG = Logger.getLogger(ArticlesConsumer.class);
    /** A fault that depends on the moment, such as memory running short, may be gone the second time. */
    private static final int ATTEMPTS = 2;

    private final ArticleEvents events;
    private final ArticleAnalysis analysis;
    private final EventPublisher publisher;
    private final Counter deadLetters;
    private final Clock clock = Clock.systemUTC();

    ArticlesConsumer(ArticleEvents events, ArticleAnalysis analysis, EventPublisher publisher, MeterRegistry metrics) {
        this.events = events;
        this.analysis = analysis;
        this.publisher = publisher;
        // From nought on: of a counter that begins at one, Prometheus sees no increase.
        this.deadLetters = metrics.counter("onrecord.dead.letters", "topic", Topics.ARTICLES);
    }

    @Incoming("articles")
    @Blocking
    CompletionStage<Void> take(Message<byte[]> message) {
        try {
            take(events.parse(message.getPayload()));
            return message.ack();
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                // The service stops: not acknowledged, the article goes to whoever takes over its partition.
                return new CompletableFuture<>();
            }
            deadLetters.increment();
            LOG.warnf("Dead letter: %s cause=%s", origin(message), e.getMessage());
            return message.nack(e);
        }
    }

    private static String origin(Message<?> message) {
        return message.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(kafka -> "partition=" + kafka.getPartition() + " offset=" + kafka.getOffset())
                .orElse("");
    }

    private void take(Article article) {
        if (article.text().length() > Article.MAX_TEXT_LENGTH) {
            publisher.publish(Outcomes.tooLong(article, clock.instant()));
            return;
        }
        MDC.put(ARTICLE_ID, article.articleId());
        try {
            Annotations read = read(article);
            Instant at = clock.instant();
            publisher.publish(analysisOf(article, read, at));
            publisher.publish(Outcomes.read(article, read, at));
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            publisher.publish(Outcomes.failed(article, e.getMessage(), clock.instant()));
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
