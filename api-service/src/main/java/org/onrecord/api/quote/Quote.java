package org.onrecord.api.quote;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.api.publication.Publication;
import org.onrecord.contracts.Cue;
import org.onrecord.contracts.QuoteKind;
import org.onrecord.contracts.Span;
import org.onrecord.contracts.Stance;
import org.onrecord.database.StoredJson;

/**
 * One act of speech, with what shows it. Offsets are UTF-16 units of the article's title or text, half open.
 *
 * @param id outlives another analysis of the article
 * @param kind how it is reported
 * @param text its words, quotation marks included
 * @param stance what the source does with the words: says, asks or denies them; or does not say them, and then they are answered
 *     only to those who ask for it
 * @param speaker who said it, the first where several did; null where the article does not show it
 * @param speakers all who said it together, speaker first; empty where the article does not show it
 * @param cue what reports it; null where nothing does
 * @param confidence calibrated probability that words and speaker are both right, 0 to 1
 * @param rule the rule or model that found it
 * @param spans where its pieces stand
 * @param context the sentences that it stands in
 * @param utteranceId of {@code /v1/utterances/{id}}: the same words or nearly the same, wherever they were printed
 * @param stored when it was stored here first
 * @param changed when it was stored or changed last
 * @param review what an editor decided of it; null where nobody did
 * @param article where it was printed; left out where the quote is part of an article's answer
 * @param highlights where in {@code text} the words stand that were asked for; left out where none were
 */
@RegisterForReflection
public record Quote(
        UUID id,
        QuoteKind kind,
        String text,
        Stance stance,

        @Schema(implementation = QuotedSpeaker.class) @Nullable
        StoredJson speaker,

        @Schema(type = SchemaType.ARRAY, implementation = QuotedSpeaker.class)
        StoredJson speakers,

        @Schema(implementation = Cue.class) @Nullable StoredJson cue,
        double confidence,
        String rule,

        @Schema(type = SchemaType.ARRAY, implementation = Span.class)
        StoredJson spans,

        @Schema(implementation = Context.class) StoredJson context,
        UUID utteranceId,
        Instant stored,
        Instant changed,
        @Nullable QuoteReview review,

        @Nullable Publication article,
        @Nullable List<Highlight> highlights) {

    Quote with(@Nullable List<Highlight> found) {
        return new Quote(
                id,
                kind,
                text,
                stance,
                speaker,
                speakers,
                cue,
                confidence,
                rule,
                spans,
                context,
                utteranceId,
                stored,
                changed,
                review,
                article,
                found);
    }
}
