package org.onrecord.contracts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One place in the article that speaks of an entity.
 *
 * @param entityId {@link Entity#id()} within the same analysis
 * @param kind how it is mentioned
 * @param span where
 * @param surface the words there
 */
@Schema(name = "ReadMention")
public record Mention(int entityId, MentionKind kind, Span span, String surface) {}
