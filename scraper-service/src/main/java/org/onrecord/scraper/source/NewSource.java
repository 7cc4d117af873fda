package org.onrecord.scraper.source;

import java.util.List;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.onrecord.scraper.source.channel.Selection;

/** A source to be added. */
record NewSource(
        @Schema(description = "of a home page, a feed or a sitemap", examples = "https://www.example.org/")
        Optional<String> url,

        @Schema(
                description = "patterns of the URLs that are wanted, * for any characters; all if there is none",
                examples = "[\"*/politics/*\"]")
        Optional<List<String>> include,

        @Schema(description = "patterns of the URLs that are not; they have the last word")
        Optional<List<String>> exclude) {

    Selection selection() {
        return new Selection(Patterns.checked(include.orElse(List.of())), Patterns.checked(exclude.orElse(List.of())));
    }
}
