package org.onrecord.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an entity is mentioned: by its name, by a description ("the Pentagon spokesman") or by a pronoun. */
public enum MentionKind {
    @JsonProperty("name")
    NAME,
    @JsonProperty("nominal")
    NOMINAL,
    @JsonProperty("pronoun")
    PRONOUN
}
