package org.onrecord.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How speech is reported: wholly in quotation marks, partly, or without any. */
public enum QuoteKind {
    @JsonProperty("direct")
    DIRECT,
    @JsonProperty("mixed")
    MIXED,
    @JsonProperty("indirect")
    INDIRECT
}
