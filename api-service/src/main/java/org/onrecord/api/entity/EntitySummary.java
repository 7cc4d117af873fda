package org.onrecord.api.entity;

import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.contracts.EntityType;

/**
 * Somebody or something that articles are about, in a list.
 *
 * @param id of {@code /v1/entities/{id}}
 * @param type what it is
 * @param name as the newest article has it
 * @param counts in the current versions of all articles
 */
@RegisterForReflection
public record EntitySummary(UUID id, EntityType type, String name, Counts counts) {

    /**
     * How often it comes up.
     *
     * @param articles that mention it
     * @param mentions of it in these
     * @param quotesBy it, alone or together with others, counted where they are printed, without what was not said
     * @param quotesAbout it, likewise
     */
    @RegisterForReflection
    public record Counts(long articles, long mentions, long quotesBy, long quotesAbout) {}
}
