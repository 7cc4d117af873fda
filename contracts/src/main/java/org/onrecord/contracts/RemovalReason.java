package org.onrecord.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a block of the page is not part of the article. */
public enum RemovalReason {
    @JsonProperty("navigation")
    NAVIGATION,
    @JsonProperty("newsletter-prompt")
    NEWSLETTER_PROMPT,
    @JsonProperty("related-links")
    RELATED_LINKS,
    @JsonProperty("duplicate-headline")
    DUPLICATE_HEADLINE,
    /** The summary between headline and article; it may repeat what the article says, and may not. */
    @JsonProperty("standfirst")
    STANDFIRST,
    @JsonProperty("standfirst-repeat")
    STANDFIRST_REPEAT,
    @JsonProperty("caption")
    CAPTION,
    @JsonProperty("image-credit")
    IMAGE_CREDIT,
    @JsonProperty("byline")
    BYLINE,
    @JsonProperty("dateline-stamp")
    DATELINE_STAMP,
    @JsonProperty("share")
    SHARE,
    @JsonProperty("comments")
    COMMENTS,
    @JsonProperty("author-bio")
    AUTHOR_BIO,
    @JsonProperty("advertisement")
    ADVERTISEMENT,
    @JsonProperty("cookie-notice")
    COOKIE_NOTICE,
    @JsonProperty("paywall-prompt")
    PAYWALL_PROMPT,
    @JsonProperty("copyright")
    COPYRIGHT,
    @JsonProperty("reprint-notice")
    REPRINT_NOTICE,
    @JsonProperty("tags")
    TAGS,
    @JsonProperty("correction-note")
    CORRECTION_NOTE,
    @JsonProperty("hidden")
    HIDDEN,
    @JsonProperty("other")
    OTHER
}
