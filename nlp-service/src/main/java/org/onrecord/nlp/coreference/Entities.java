package org.onrecord.nlp.coreference;

import java.util.List;

import org.onrecord.contracts.Entity;
import org.onrecord.contracts.MentionKind;

/**
 * Who and what a document is about.
 *
 * @param entities {@link Entity#id()} is the index in this list
 * @param mentions in reading order; they may nest, but no two have the same span
 */
public record Entities(List<Entity> entities, List<EntityMention> mentions) {

    /**
     * One mention of an entity.
     *
     * @param start first UTF-16 unit in the document's text
     * @param end one past the last
     * @param kind how it is mentioned
     * @param entity index in {@link Entities#entities()}
     * @param certainty probability that it means this entity, 0 to 1
     */
    public record EntityMention(int start, int end, MentionKind kind, int entity, double certainty) {}
}
