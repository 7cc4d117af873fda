package org.onrecord.scraper.extract;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.onrecord.contracts.Block;
import org.onrecord.contracts.RemovedBlock;

/**
 * An article as the page prints it.
 *
 * @param title the headline; empty if none was found
 * @param authors names of the authors, in the page's order
 * @param published when the page says it was published
 * @param publishedDay the calendar day of it where the article was printed
 * @param modified when the page says it was last changed
 * @param section the site's section
 * @param language ISO 639-1 code of the text's language; {@code und} if unknown
 * @param canonicalUrl the URL the page declares as its own; not vetted, evidence only
 * @param siteName what the site calls itself
 * @param leadImage URL of the lead image
 * @param text the article's own words, blocks divided by a blank line
 * @param blocks the blocks of the text in reading order; offsets are UTF-16, half-open, and do not overlap
 * @param removed what stood on the page and is not the article, in reading order
 * @param evidence for each field that was found, where it was found ({@code title → json-ld})
 */
public record ExtractedArticle(
        String title,
        List<String> authors,
        Optional<Instant> published,
        Optional<LocalDate> publishedDay,
        Optional<Instant> modified,
        Optional<String> section,
        String language,
        Optional<URI> canonicalUrl,
        Optional<String> siteName,
        Optional<URI> leadImage,
        String text,
        List<Block> blocks,
        List<RemovedBlock> removed,
        Map<String, String> evidence)
        implements Extraction {

    public ExtractedArticle {
        authors = List.copyOf(authors);
        blocks = List.copyOf(blocks);
        removed = List.copyOf(removed);
        evidence = Map.copyOf(evidence);
    }
}
