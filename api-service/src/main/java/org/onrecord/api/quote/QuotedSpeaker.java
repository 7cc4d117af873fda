package org.onrecord.api.quote;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.contracts.Span;

/**
 * Who said it.
 *
 * @param surface the words that name the speaker beside the quotation
 * @param span where they stand
 * @param name the fullest name that the article gives; null where it names nobody ("officials")
 * @param entityId of {@code /v1/entities/{id}}; null likewise
 * @param roles titles and roles that the article gives
 */
@RegisterForReflection
public record QuotedSpeaker(
        String surface,
        Span span,
        @Nullable String name,
        @Nullable UUID entityId,
        @Nullable List<String> roles) {}
