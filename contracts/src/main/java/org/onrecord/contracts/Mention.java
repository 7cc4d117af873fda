package org.onrecord.contracts;

/**
 * One place in the article that speaks of an entity.
 *
 * @param entityId {@link Entity#id()} within the same analysis
 * @param kind how it is mentioned
 * @param span where
 * @param surface the words there
 */
public record Mention(int entityId, MentionKind kind, Span span, String surface) {}
