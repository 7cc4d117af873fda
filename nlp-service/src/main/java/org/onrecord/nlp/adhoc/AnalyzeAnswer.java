package org.onrecord.nlp.adhoc;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.onrecord.contracts.Entity;
import org.onrecord.contracts.Mention;
import org.onrecord.contracts.OutcomeReason;
import org.onrecord.contracts.Quote;
import org.onrecord.contracts.Span;
import org.onrecord.nlp.analysis.Annotations;

/**
 * What was read in a text.
 *
 * @param outcome {@code analysed}, or {@code unsupported-language} if the text is not English
 * @param analyser name and version of the analyser
 * @param title the headline that offsets with field {@code title} count in
 * @param text the text that offsets with field {@code text} count in
 * @param sentences where each sentence stands
 * @param entities who and what it is about
 * @param mentions every mention of them
 * @param quotes every act of speech
 */
@Schema(description = "What was read in a text; offsets are UTF-16, half-open, into title or text")
record AnalyzeAnswer(
        OutcomeReason outcome,
        String analyser,
        String title,
        String text,
        List<Span> sentences,
        List<Entity> entities,
        List<Mention> mentions,
        List<Quote> quotes) {

    static AnalyzeAnswer of(AnalyzeRequest request, String analyser, Annotations read) {
        return new AnalyzeAnswer(
                read.readable() ? OutcomeReason.ANALYSED : OutcomeReason.UNSUPPORTED_LANGUAGE,
                analyser,
                request.title(),
                request.text(),
                read.sentences(),
                read.entities(),
                read.mentions(),
                read.quotes());
    }
}
