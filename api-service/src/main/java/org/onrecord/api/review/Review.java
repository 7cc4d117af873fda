package org.onrecord.api.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.api.quote.QuotedSpeaker;
import org.onrecord.contracts.QuoteKind;
import org.onrecord.contracts.Span;
import org.onrecord.contracts.Stance;
import org.onrecord.database.StoredJson;

/**
 * What an editor decided.
 *
 * @param decision what of it
 * @param author name of the key, or whom the token was given to
 * @param time when
 * @param note why; null where nothing was said
 * @param ended when it was undone or replaced; null while it holds
 * @param endedBy by whom, likewise
 * @param quoteId of {@code /v1/quotes/{id}}; null where it is of people
 * @param articleId of {@code /v1/articles/{id}}; null likewise
 * @param state whether the machine reads the quote now (laid), or only the editor does (alone), or the article as it is now has
 *     its words no more, so that nothing is answered (orphaned); null where it holds no longer, and for people
 * @param machine what the machine had read when it was decided; null for people
 * @param personId of {@code /v1/entities/{id}}, the person of which it is; null for quotes
 * @param intoId the person that one was merged into, or that was made of some; null otherwise
 * @param name that a person was given; null otherwise
 * @param names normalised ones by which those are named who were separated; null otherwise
 * @param articles in which those are named who were separated; null otherwise
 */
@RegisterForReflection
public record Review(
        UUID id,
        Decision decision,
        String author,
        Instant time,
        @Nullable String note,
        @Nullable Instant ended,
        @Nullable String endedBy,
        @Nullable UUID quoteId,
        @Nullable UUID articleId,

        @Schema(enumeration = {"laid", "alone", "orphaned"}) @Nullable
        String state,

        @Schema(implementation = MachineQuote.class) @Nullable
        StoredJson machine,

        @Nullable UUID personId,
        @Nullable UUID intoId,
        @Nullable String name,
        @Nullable List<String> names,
        @Nullable List<UUID> articles) {

    /**
     * A quote as the machine had read it.
     *
     * @param id by which it had it
     */
    @RegisterForReflection
    public record MachineQuote(
            UUID id,
            QuoteKind kind,
            String text,
            Stance stance,

            @Schema(type = SchemaType.ARRAY, implementation = QuotedSpeaker.class)
            List<QuotedSpeaker> speakers,

            double confidence,
            String rule,
            List<Span> spans) {}
}
