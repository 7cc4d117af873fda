package org.onrecord.api.review;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an editor decides: of a quote, or of people. */
public enum Decision {
    /** The quote is right as it is. */
    @JsonProperty("confirmed")
    CONFIRMED,
    /** It is right as the editor has it. */
    @JsonProperty("corrected")
    CORRECTED,
    /** It is none. */
    @JsonProperty("rejected")
    REJECTED,
    /** Two people are one. */
    @JsonProperty("merged")
    MERGED,
    /** Some of what is taken for one person is another. */
    @JsonProperty("separated")
    SEPARATED,
    /** A person is listed under another name. */
    @JsonProperty("renamed")
    RENAMED
}
