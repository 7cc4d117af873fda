package org.onrecord.api.review;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.onrecord.contracts.Analysis;
import org.onrecord.contracts.Article;
import org.onrecord.contracts.Entity;
import org.onrecord.contracts.Field;
import org.onrecord.contracts.Mention;
import org.onrecord.contracts.Quote;
import org.onrecord.contracts.Span;

/**
 * What is read in an article now.
 *
 * @param changedAt when the article changed last
 * @param entityIds who its entities are, each at its number
 * @param quotes in reading order
 */
record Reading(
        UUID analysisId,
        Article article,
        String analyser,
        Instant analysedAt,
        Instant datedAt,
        Instant changedAt,
        List<Span> sentences,
        List<Entity> entities,
        List<EntityIds> entityIds,
        List<Mention> mentions,
        List<Read> quotes) {

    /**
     * Who an entity is.
     *
     * @param pinned the one an editor chose
     */
    record EntityIds(UUID id, Optional<UUID> pinned) {}

    /** A quote at its place in the reading. */
    record Read(int number, Quote quote, Instant storedAt, Instant changedAt) {
        UUID id() {
            return quote.quoteId();
        }
    }

    String text(Field field) {
        return field == Field.TITLE ? article.title() : article.text();
    }

    Optional<Read> quote(UUID id) {
        return quotes.stream().filter(read -> read.id().equals(id)).findFirst();
    }

    /** The same analysis with other quotes and further entities. */
    Analysis with(List<Quote> others, Collection<Entity> entities) {
        return new Analysis(article, analyser, analysedAt, sentences, List.copyOf(entities), mentions, others);
    }
}
