package org.onrecord.api.entity;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.api.publication.Publication;
import org.onrecord.contracts.Field;

/**
 * One place that speaks of an entity.
 *
 * @param number of the mention in its article
 * @param kind how it is mentioned: name, pronoun, nominal
 * @param field whether the offsets count in the title or the text of the article
 * @param start first UTF-16 unit
 * @param end one past the last
 * @param surface the words there
 * @param article where it was printed
 */
@RegisterForReflection
public record EntityMention(
        int number, String kind, Field field, int start, int end, String surface, Publication article) {}
