package org.onrecord.api.forward;

import java.util.List;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the NLP service takes to read, for the document of this interface. */
@Schema(description = "A text: exactly one of text and paragraphs, at most 1,000,000 characters.")
record TryText(
        @Nullable String title,
        @Nullable String text,
        @Nullable List<String> paragraphs,

        @Schema(description = "ISO 639-1 code, if it is known.", examples = "en") @Nullable
        String language) {}
