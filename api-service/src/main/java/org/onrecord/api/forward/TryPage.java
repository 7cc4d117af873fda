package org.onrecord.api.forward;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the scraper takes to try its extractor on, for the document of this interface. */
@Schema(description = "A page or a text: exactly one of html and text.")
record TryPage(
        @Schema(description = "Where it comes from, for dates and relative links.") @Nullable
        String url,

        @Schema(description = "A whole page.") @Nullable String html,

        @Schema(description = "Words without markup.") @Nullable
        String text,

        @Schema(description = "The headline of the text, if it is not its first line.") @Nullable
        String title) {}
