package org.onrecord.api.quote;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.contracts.Field;

/**
 * The sentences around a quote.
 *
 * @param field whether the offsets count in the title or the text of the article
 * @param start first UTF-16 unit
 * @param end one past the last
 * @param text the words there
 */
@RegisterForReflection
public record Context(Field field, int start, int end, String text) {}
