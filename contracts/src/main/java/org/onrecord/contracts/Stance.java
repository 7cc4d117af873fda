package org.onrecord.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a source does with the words: says them, asks them, denies them; or does not say them ("did not say", "declined to say",
 * "would say").
 */
public enum Stance {
    @JsonProperty("said")
    SAID,
    @JsonProperty("asked")
    ASKED,
    @JsonProperty("denied")
    DENIED,
    @JsonProperty("unsaid")
    UNSAID
}
