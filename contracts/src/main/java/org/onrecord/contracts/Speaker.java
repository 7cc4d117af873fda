package org.onrecord.contracts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who said it, as far as the article shows.
 *
 * @param span the words that name the speaker next to the quotation
 * @param surface those words
 * @param entityId {@link Entity#id()} of the one they mean; null where that is nobody the article names ("officials")
 */
@Schema(name = "ReadSpeaker")
public record Speaker(Span span, String surface, @Nullable Integer entityId) {}
