package org.onrecord.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A cleaned article, as one fetch or submission gave it.
 *
 * @param articleId name-based UUID of the canonical URL, or of the words where there is no URL
 * @param version hash of title and text: the same words have the same version
 * @param requestId the request it answers
 * @param requestedUrl the URL as asked for; null for a submission without one
 * @param url the URL that answered, after redirects; null likewise
 * @param canonicalUrl the URL that identifies the article; null likewise
 * @param site registrable host the article was printed on, without {@code www.}; null likewise
 * @param siteName what the site calls itself; null if it does not say
 * @param title the headline; empty if none was found
 * @param authors names of the authors, in the page's order
 * @param publishedAt when the page says it was published; null if it does not say
 * @param modifiedAt when the page says it was last changed; null if it does not say
 * @param section the site's section; null if it does not say
 * @param language ISO 639-1 code of the text's language; {@code und} if unknown
 * @param leadImage URL of the lead image; null if none
 * @param text the article's own words, blocks divided by a blank line; every offset counts in it
 * @param blocks the blocks of the text in reading order; they do not overlap
 * @param removed what was on the page and is not the article
 * @param evidence for each field that was found, where it was found ({@code title → json-ld})
 * @param fetchedAt when its bytes were received
 * @param extractor name and version of the extractor, such as {@code onrecord-extract/1}
 * @param archiveRecordId id of the WARC record it was read from; null if it was not archived
 * @param fingerprint SimHash of the text, as 16 hexadecimal digits: texts of one origin, such as an agency's copy on several
 *     sites, differ in few of its 64 bits, unrelated ones in about half; null from writers that make none
 * @param rights what its site said of the use of the page; null for what was not fetched, and from writers that do not look
 * @param partial whether only a part of the article was there to be read, as far as the page tells: the free lines of one that is
 *     sold, or a page that was cut short on its way; null from writers that do not look
 */
public record Article(
        UUID articleId,
        String version,
        UUID requestId,
        @Nullable String requestedUrl,
        @Nullable String url,
        @Nullable String canonicalUrl,
        @Nullable String site,
        @Nullable String siteName,
        String title,
        List<String> authors,
        @Nullable Instant publishedAt,
        @Nullable Instant modifiedAt,
        @Nullable String section,
        String language,
        @Nullable String leadImage,
        String text,
        List<Block> blocks,
        List<RemovedBlock> removed,
        Map<String, String> evidence,
        Instant fetchedAt,
        String extractor,
        @Nullable String archiveRecordId,
        @Nullable String fingerprint,
        @Nullable Rights rights,
        @Nullable Boolean partial) {

    /** An article without a fingerprint, of whose rights nothing is known. */
    public Article(
            UUID articleId,
            String version,
            UUID requestId,
            @Nullable String requestedUrl,
            @Nullable String url,
            @Nullable String canonicalUrl,
            @Nullable String site,
            @Nullable String siteName,
            String title,
            List<String> authors,
            @Nullable Instant publishedAt,
            @Nullable Instant modifiedAt,
            @Nullable String section,
            String language,
            @Nullable String leadImage,
            String text,
            List<Block> blocks,
            List<RemovedBlock> removed,
            Map<String, String> evidence,
            Instant fetchedAt,
            String extractor,
            @Nullable String archiveRecordId) {
        this(
                articleId,
                version,
                requestId,
                requestedUrl,
                url,
                canonicalUrl,
                site,
                siteName,
                title,
                authors,
                publishedAt,
                modifiedAt,
                section,
                language,
                leadImage,
                text,
                blocks,
                removed,
                evidence,
                fetchedAt,
                extractor,
                archiveRecordId,
                null,
                null);
    }

    /** An article of which nobody looked whether it is all of it. */
    public Article(
            UUID articleId,
            String version,
            UUID requestId,
            @Nullable String requestedUrl,
            @Nullable String url,
            @Nullable String canonicalUrl,
            @Nullable String site,
            @Nullable String siteName,
            String title,
            List<String> authors,
            @Nullable Instant publishedAt,
            @Nullable Instant modifiedAt,
            @Nullable String section,
            String language,
            @Nullable String leadImage,
            String text,
            List<Block> blocks,
            List<RemovedBlock> removed,
            Map<String, String> evidence,
            Instant fetchedAt,
            String extractor,
            @Nullable String archiveRecordId,
            @Nullable String fingerprint,
            @Nullable Rights rights) {
        this(
                articleId,
                version,
                requestId,
                requestedUrl,
                url,
                canonicalUrl,
                site,
                siteName,
                title,
                authors,
                publishedAt,
                modifiedAt,
                section,
                language,
                leadImage,
                text,
                blocks,
                removed,
                evidence,
                fetchedAt,
                extractor,
                archiveRecordId,
                fingerprint,
                rights,
                null);
    }

    /** Longest text an article may have, in UTF-16 units; a longer one ends as outcome {@code too-long}. */
    public static final int MAX_TEXT_LENGTH = 1_000_000;
    /** Longest title that travels, in UTF-16 units: every quote of an article is told with it. */
    public static final int MAX_TITLE_LENGTH = 2_000;
}
