package org.onrecord.api.entity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.contracts.EntityType;

/**
 * Somebody or something that articles are about.
 *
 * @param id the same for every article that gives a thing of this type this name
 * @param type what it is
 * @param name as the newest article has it
 * @param key the normalised name by which its mentions in different articles are together
 * @param names each name that articles give it, the most frequent first, 50 at most
 * @param roles each title and role, likewise
 * @param counts in the current versions of all articles
 * @param firstDate of the oldest article that mentions it
 * @param lastDate of the newest
 */
@RegisterForReflection
public record Entity(
        UUID id,
        EntityType type,
        String name,
        String key,
        List<Attribute> names,
        List<Attribute> roles,
        EntitySummary.Counts counts,
        Instant firstDate,
        Instant lastDate) {

    /**
     * What articles call it.
     *
     * @param text the words
     * @param articles how many do
     */
    @RegisterForReflection
    public record Attribute(String text, long articles) {}
}
