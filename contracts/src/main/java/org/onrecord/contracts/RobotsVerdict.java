package org.onrecord.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How robots.txt came to allow a fetch; what it forbids is not fetched. */
public enum RobotsVerdict {
    /** Its rules allow it. */
    @JsonProperty("allowed")
    ALLOWED,
    /** There is none, or it has no rules. */
    @JsonProperty("no-rules")
    NO_RULES
}
