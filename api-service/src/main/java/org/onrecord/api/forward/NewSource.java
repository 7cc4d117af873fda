package org.onrecord.api.forward;

import java.util.List;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the scraper takes for a source, for the document of this interface. */
record NewSource(
        @Schema(description = "Of a home page, a feed or a sitemap.")
        String url,

        @Schema(description = "Patterns of the URLs that are wanted, * for any characters; all if there is none.")
        @Nullable
        List<String> include,

        @Schema(description = "Patterns of the URLs that are not; they have the last word.") @Nullable
        List<String> exclude) {}
