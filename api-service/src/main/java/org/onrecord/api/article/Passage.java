package org.onrecord.api.article;

import java.util.List;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.api.quote.Highlight;

/**
 * A paragraph of an article in which words stand that were asked for.
 *
 * @param text as the article has it
 * @param highlights where in {@code text} they stand, in reading order
 */
@RegisterForReflection
public record Passage(String text, List<Highlight> highlights) {}
