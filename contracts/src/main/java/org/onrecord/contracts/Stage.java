package org.onrecord.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where in the line an outcome arose. */
public enum Stage {
    @JsonProperty("fetch")
    FETCH,
    @JsonProperty("extract")
    EXTRACT,
    @JsonProperty("analyse")
    ANALYSE,
    @JsonProperty("store")
    STORE
}
