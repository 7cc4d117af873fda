package org.onrecord.api.forward;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.contracts.Block;
import org.onrecord.contracts.RemovedBlock;

/**
 * What the scraper answers to a page that it is tried on.
 *
 * @param outcome {@code extracted}, or why there is no article
 * @param detail the particulars, where there is none
 * @param article null then
 */
@RegisterForReflection
@Schema(description = "The article of a page, or why there is none.")
public record Extracted(
        @Schema(description = "extracted, or why there is no article", examples = "extracted")
        String outcome,

        @Nullable String detail,
        @Nullable ExtractedArticle article) {

    /**
     * An article as the page prints it.
     *
     * @param title the headline; empty where none was found
     * @param authors in the page's order
     * @param published when the page says it was published
     * @param publishedDay the calendar day of it where the article was printed
     * @param modified when the page says it was last changed
     * @param section the site's section
     * @param language ISO 639-1 code; {@code und} where unknown
     * @param canonicalUrl what the page declares as its own address
     * @param siteName what the site calls itself
     * @param leadImage address of the main picture
     * @param text the article's own words, blocks divided by a blank line
     * @param blocks where each block of the text stands; offsets are UTF-16, half-open
     * @param removed what stood on the page and is not the article, in reading order
     * @param evidence for each field that was found, where it was found
     */
    @RegisterForReflection
    public record ExtractedArticle(
            String title,
            List<String> authors,
            @Nullable Instant published,
            @Nullable LocalDate publishedDay,
            @Nullable Instant modified,
            @Nullable String section,
            String language,
            @Nullable URI canonicalUrl,
            @Nullable String siteName,
            @Nullable URI leadImage,
            String text,
            List<Block> blocks,
            List<RemovedBlock> removed,
            Map<String, String> evidence) {}
}
