package org.onrecord.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a name names. */
public enum EntityType {
    @JsonProperty("person")
    PERSON,
    @JsonProperty("organisation")
    ORGANISATION,
    @JsonProperty("place")
    PLACE
}
