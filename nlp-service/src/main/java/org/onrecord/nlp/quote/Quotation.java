package org.onrecord.nlp.quote;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.onrecord.contracts.QuoteKind;
import org.onrecord.contracts.Stance;

/**
 * An act of speech found in a document. All offsets count in the document's text.
 *
 * @param kind how it is reported
 * @param stance what the source does with the words
 * @param spans its pieces in reading order, at least one, quotation marks included
 * @param cue what reports it
 * @param speakers who said it together, in reading order; empty where the text does not show it
 * @param confidence calibrated probability that spans and speaker are right, 0 to 1
 * @param rule name of the rule or model that found it
 */
public record Quotation(
        QuoteKind kind,
        Stance stance,
        List<TextSpan> spans,
        Optional<TextSpan> cue,
        List<QuotedSpeaker> speakers,
        double confidence,
        String rule) {

    /** The first of its speakers. */
    public Optional<QuotedSpeaker> speaker() {
        return speakers.stream().findFirst();
    }

    /** A stretch of the document's text, UTF-16, half-open. */
    public record TextSpan(int start, int end) {}

    /**
     * The words that name a speaker and, where they mean an entity, its index.
     *
     * @param span the words, such as "Pentagon spokesman Rear Adm John Kirby" or "he"
     * @param entity index in {@link org.onrecord.nlp.coreference.Entities#entities()}; empty for nobody the document names
     */
    public record QuotedSpeaker(TextSpan span, OptionalInt entity) {}
}
