package org.onrecord.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The two texts of an article that are read; offsets count in one of them. */
public enum Field {
    @JsonProperty("title")
    TITLE,
    @JsonProperty("text")
    TEXT
}
