package org.onrecord.api.alert;

import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be changed of an alert; what is not given stays. */
public record AlertChange(
        @Schema(description = "Where deliveries are sent from now on, of an alert that has a url.")
        Optional<String> url,

        @Schema(description = "Where digests are sent from now on, of an alert that has an email.")
        Optional<String> email,

        @Schema(
                description = "How often digests are sent from now on, of an alert that has an email.",
                enumeration = {"hourly", "daily"})
        Optional<String> every,

        @Schema(
                description =
                        "paused: what is stored meanwhile is not told of later. active: also for an alert that was"
                                + " disabled.",
                enumeration = {"active", "paused"})
        Optional<String> state) {

    /** That it be active or paused. */
    public static AlertChange state(String state) {
        return new AlertChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(state));
    }
}
