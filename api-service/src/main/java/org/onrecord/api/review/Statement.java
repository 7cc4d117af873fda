package org.onrecord.api.review;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.contracts.EntityType;
import org.onrecord.contracts.QuoteKind;
import org.onrecord.contracts.Stance;

/**
 * A quote as an editor has it, apart from any reading.
 *
 * @param words its pieces in reading order; at least one
 * @param speakers empty where the article does not show who said it
 */
@RegisterForReflection
record Statement(List<Anchor> words, QuoteKind kind, Stance stance, List<Voice> speakers) {

    /**
     * Who said it.
     *
     * @param words that name them beside the quote
     * @param name null where it is nobody of a name ("officials")
     * @param type null likewise
     * @param entityId the one an editor chose; null where the name tells
     */
    @RegisterForReflection
    record Voice(
            Anchor words,
            @Nullable String name,
            @Nullable EntityType type,
            @Nullable UUID entityId) {}
}
