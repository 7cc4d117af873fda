package org.onrecord.contracts;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One act of speech.
 *
 * @param quoteId name-based UUID of the article, the normalised words and their occurrence, so that it outlives
 *     re-analysis
 * @param kind how it is reported
 * @param spans the pieces of the quotation in reading order; more than one where the cue splits it
 * @param text the words of the spans, quotation marks included, pieces divided by a space
 * @param cue what reports it; null where nothing does
 * @param speaker who said it; null where the article does not show it
 * @param confidence calibrated probability that span and speaker are both right, 0 to 1
 * @param rule the rule or model that found it, for the reader who asks why
 */
public record Quote(
        UUID quoteId,
        QuoteKind kind,
        List<Span> spans,
        String text,
        @Nullable Cue cue,
        @Nullable Speaker speaker,
        double confidence,
        String rule) {}
