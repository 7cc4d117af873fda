package org.onrecord.nlp.analysis;

import java.util.List;

import org.onrecord.contracts.Entity;
import org.onrecord.contracts.Mention;
import org.onrecord.contracts.Quote;
import org.onrecord.contracts.Span;

/**
 * What was read in an article.
 *
 * @param readable whether the text is in a language that can be read; if not, the lists are empty
 * @param sentences in reading order, headline first
 * @param entities {@link Entity#id()} is the index in this list
 * @param mentions in reading order
 * @param quotes in reading order
 * @param leftOut how many of these all were found beyond what an analysis can hold
 */
public record Annotations(
        boolean readable,
        List<Span> sentences,
        List<Entity> entities,
        List<Mention> mentions,
        List<Quote> quotes,
        int leftOut) {

    /** Of a text in a language that cannot be read. */
    static final Annotations UNREADABLE = new Annotations(false, List.of(), List.of(), List.of(), List.of(), 0);
}
