package org.onrecord.api.article;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.Nullable;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.api.publication.DateUsed;
import org.onrecord.api.quote.Quote;
import org.onrecord.contracts.Block;
import org.onrecord.contracts.EntityType;
import org.onrecord.contracts.MentionKind;
import org.onrecord.contracts.RemovedBlock;
import org.onrecord.contracts.Rights;
import org.onrecord.contracts.Span;
import org.onrecord.database.StoredJson;

/**
 * An article as it was fetched last, with everything that was read in it. Offsets are UTF-16 units of title or text,
 * half open.
 *
 * @param id outlives every edit
 * @param title the headline; empty if none was found
 * @param text the article's own words, blocks divided by a blank line
 * @param url where it was fetched; null for a submission without a URL
 * @param canonicalUrl the URL that identifies it; null likewise
 * @param site registrable host; null likewise
 * @param siteName what the site calls itself; null if it does not say
 * @param authors in the page's order
 * @param publishedAt when the page says it was published; null if it does not say
 * @param modifiedAt when the page says it was last changed; null if it does not say
 * @param firstSeenAt when it was fetched first
 * @param date by which it is found and sorted
 * @param dateUsed which of its dates that is
 * @param language ISO 639-1 code; {@code und} if unknown
 * @param section the site's section; null if it does not say
 * @param leadImage URL of the lead image; null if none
 * @param partial whether only a part of the article was there to be read, such as the free lines of one that is sold; null if
 *     nobody looked
 * @param blocks paragraphs, headings … of the text, in reading order
 * @param removed what was on the page and is not the article
 * @param entities who and what it is about, with every mention
 * @param quotes in reading order, those of the stances that are asked for
 * @param versions each wording that was seen, newest first
 * @param provenance how it came here
 */
@RegisterForReflection
public record Article(
        UUID id,
        String title,
        String text,
        @Nullable String url,
        @Nullable String canonicalUrl,
        @Nullable String site,
        @Nullable String siteName,

        @Schema(type = SchemaType.ARRAY, implementation = String.class)
        StoredJson authors,

        @Nullable Instant publishedAt,
        @Nullable Instant modifiedAt,
        Instant firstSeenAt,
        Instant date,
        DateUsed dateUsed,
        String language,
        @Nullable String section,
        @Nullable String leadImage,
        @Nullable Boolean partial,

        @Schema(type = SchemaType.ARRAY, implementation = Block.class)
        StoredJson blocks,

        @Schema(type = SchemaType.ARRAY, implementation = RemovedBlock.class)
        StoredJson removed,

        List<MentionedEntity> entities,
        List<Quote> quotes,
        List<Version> versions,
        Provenance provenance) {

    /**
     * A person, organisation or place that the article is about.
     *
     * @param id of {@code /v1/entities/{id}}
     * @param type what it is
     * @param name the fullest that the article gives
     * @param aliases other names that the article uses
     * @param roles titles and roles that the article gives
     * @param mentions in reading order
     */
    @RegisterForReflection
    public record MentionedEntity(
            UUID id,
            EntityType type,
            String name,

            @Schema(type = SchemaType.ARRAY, implementation = String.class)
            StoredJson aliases,

            @Schema(type = SchemaType.ARRAY, implementation = String.class)
            StoredJson roles,

            List<EntityMention> mentions) {}

    /**
     * One place that speaks of an entity.
     *
     * @param kind how it is mentioned
     * @param span where
     * @param surface the words there
     */
    @RegisterForReflection
    @Schema(name = "MentionInArticle")
    public record EntityMention(MentionKind kind, Span span, String surface) {}

    /**
     * A wording of the article.
     *
     * @param version hash of title and text
     * @param extractor that read the page
     * @param fetchedAt when it was seen last
     * @param title of that wording
     * @param current whether it is the one that this answer shows
     */
    @RegisterForReflection
    public record Version(String version, String extractor, Instant fetchedAt, String title, boolean current) {}

    /**
     * How the article came here.
     *
     * @param version hash of title and text
     * @param extractor name and version of what read the page
     * @param analyser name and version of what read the text; null before that
     * @param fetchedAt when its bytes were received
     * @param analysedAt when it was read; null before that
     * @param evidence for each field that was found, where on the page
     * @param archiveRecordId id of the WARC record; null if it was not archived
     * @param rights what its site said of the use of the page; null if nobody looked
     */
    @RegisterForReflection
    public record Provenance(
            String version,
            String extractor,
            @Nullable String analyser,
            Instant fetchedAt,
            @Nullable Instant analysedAt,

            Map<String, String> evidence,

            @Nullable String archiveRecordId,
            @Schema(implementation = Rights.class) @Nullable StoredJson rights) {}
}
