package org.onrecord.api.alert;

import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be changed of an alert; what is not given stays. */
public record AlertChange(
        @Schema(description = "Where deliveries are sent from now on.")
        Optional<String> url,

        @Schema(
                description =
                        "paused: what is stored meanwhile is not told of later. active: also for an alert that was"
                                + " disabled.",
                enumeration = {"active", "paused"})
        Optional<String> state) {}
