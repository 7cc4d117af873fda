package org.onrecord.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What can become of a URL or submission, over all stages. */
public enum OutcomeReason {
    /** The page was fetched, or the submission taken. */
    @JsonProperty("fetched")
    FETCHED,
    /** The URL names what may not be fetched: a scheme, a port, a local name or an address that the guard refuses as it is spelt. */
    @JsonProperty("refused-address")
    REFUSED_ADDRESS,
    /**
     * The host has no public address: none at all, or one that the guard refuses. The two are not told apart, here or in
     * {@link Outcome#detail()}, so that nobody learns from them which names the scraper's own network has; its log says it.
     */
    @JsonProperty("unknown-host")
    UNKNOWN_HOST,
    /** robots.txt forbids it. */
    @JsonProperty("refused-by-robots")
    REFUSED_BY_ROBOTS,
    /** The page itself asks not to be used so, and this scraper is configured to respect it; {@link Outcome#detail()} says how. */
    @JsonProperty("refused-by-page")
    REFUSED_BY_PAGE,
    /** The server did not answer in time; of stage {@code extract}: reading the page takes longer than one may. */
    @JsonProperty("timed-out")
    TIMED_OUT,
    /** The page, or the submission, is longer than the cap. */
    @JsonProperty("too-large")
    TOO_LARGE,
    /** More redirects than the cap, or a loop. */
    @JsonProperty("too-many-redirects")
    TOO_MANY_REDIRECTS,
    /** The server answered with a status other than success. */
    @JsonProperty("http-error")
    HTTP_ERROR,
    /** The connection failed, TLS included. */
    @JsonProperty("connection-failed")
    CONNECTION_FAILED,
    /** Not modified since it was fetched last. */
    @JsonProperty("not-modified")
    NOT_MODIFIED,
    /** Not asked for, since its server said when it was fetched last that it would not change until later. */
    @JsonProperty("still-fresh")
    STILL_FRESH,
    /** The content type is none the extractor reads. */
    @JsonProperty("unsupported-content")
    UNSUPPORTED_CONTENT,
    /** The page was read and an article published. */
    @JsonProperty("extracted")
    EXTRACTED,
    /** The page holds no article. */
    @JsonProperty("not-an-article")
    NOT_AN_ARTICLE,
    /** The text is longer than {@link Article#MAX_TEXT_LENGTH}, or the page has more elements than are read. */
    @JsonProperty("too-long")
    TOO_LONG,
    /** The article was read and its analysis published. */
    @JsonProperty("analysed")
    ANALYSED,
    /** The article is in a language the reader cannot read; it is stored without annotations. */
    @JsonProperty("unsupported-language")
    UNSUPPORTED_LANGUAGE,
    /** The analysis is stored and can be queried. */
    @JsonProperty("stored")
    STORED,
    /** The article was taken down; it is not read or stored again. */
    @JsonProperty("taken-down")
    TAKEN_DOWN,
    /** A stage failed for a cause of its own, which {@link Outcome#detail()} names; see the dead-letter topic. */
    @JsonProperty("failed")
    FAILED
}
