package org.onrecord.api.timeline;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The most frequent.
 *
 * @param of what they are: speaker, about or site
 * @param by what was counted: utterance or publication
 * @param items the most frequent first
 */
@RegisterForReflection
public record Top(String of, String by, List<Place> items) {

    /**
     * One of them.
     *
     * @param name as one of its articles has it; of a site, its registrable host
     * @param entityId of {@code /v1/entities/{id}}; null for a site
     * @param count how many quotes it has
     */
    @RegisterForReflection
    public record Place(String name, @Nullable UUID entityId, long count) {}
}
