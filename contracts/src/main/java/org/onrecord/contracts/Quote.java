package org.onrecord.contracts;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
 * @param speaker who said it, the first where several did; null where the article does not show it
 * @param confidence calibrated probability that span and speaker are both right, 0 to 1
 * @param rule the rule or model that found it, for the reader who asks why
 * @param stance whether the words were said, asked, denied, or not said at all; said from writers that do not tell
 * @param speakers all who said it together, in reading order, speaker first; speaker alone from writers that do not tell
 */
@Schema(name = "ReadQuote")
public record Quote(
        UUID quoteId,
        QuoteKind kind,
        List<Span> spans,
        String text,
        @Nullable Cue cue,
        @Nullable Speaker speaker,
        double confidence,
        String rule,
        @Nullable Stance stance,
        @Nullable List<Speaker> speakers) {

    /** What a writer leaves out that knows neither stances nor joint speakers is filled in. */
    public Quote {
        stance = stance == null ? Stance.SAID : stance;
        if (speakers == null) {
            speakers = speaker == null ? List.of() : List.of(speaker);
        }
    }

    /** What one speaker, or none that the article shows, has said. */
    public Quote(
            UUID quoteId,
            QuoteKind kind,
            List<Span> spans,
            String text,
            @Nullable Cue cue,
            @Nullable Speaker speaker,
            double confidence,
            String rule) {
        this(quoteId, kind, spans, text, cue, speaker, confidence, rule, null, null);
    }
}
