package org.onrecord.contracts;

import org.jspecify.annotations.Nullable;

/**
 * A paragraph, heading, list item … of an article.
 *
 * @param kind what it is on the page
 * @param start first UTF-16 unit of the block in {@link Article#text()}
 * @param end one past the last
 * @param source where in the source document it stands; null where the source gives no positions
 */
public record Block(
        BlockKind kind, int start, int end, @Nullable SourceRange source) {}
