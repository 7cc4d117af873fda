package org.onrecord.contracts;

import org.jspecify.annotations.Nullable;

/**
 * A block of the page that is not part of the article, kept beside it.
 *
 * @param reason why it was taken out
 * @param text its words, at most 2,000 UTF-16 units
 * @param source where in the source document it stands; null where the source gives no positions
 */
public record RemovedBlock(
        RemovalReason reason, String text, @Nullable SourceRange source) {}
