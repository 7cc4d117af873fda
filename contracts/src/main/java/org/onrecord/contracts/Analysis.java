package org.onrecord.contracts;

import java.time.Instant;
import java.util.List;

/**
 * An article with everything that was read in it.
 *
 * @param article the article as it came
 * @param analyser name and version of the analyser, such as {@code onrecord-nlp/1}
 * @param analysedAt when it was read
 * @param sentences where each sentence stands, in reading order, headline first
 * @param entities who and what the article is about
 * @param mentions every mention of them, in reading order
 * @param quotes every act of speech, in reading order
 */
public record Analysis(
        Article article,
        String analyser,
        Instant analysedAt,
        List<Span> sentences,
        List<Entity> entities,
        List<Mention> mentions,
        List<Quote> quotes) {}
