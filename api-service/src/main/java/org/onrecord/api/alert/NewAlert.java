package org.onrecord.api.alert;

import java.util.Optional;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where new answers to a saved search are to be sent. */
public record NewAlert(
        @Schema(description = "The id of a saved search of this key.")
        Optional<UUID> search,

        @Schema(
                description = "Where deliveries are sent: an http or https URL of a public host.",
                examples = "https://desk.example/hooks/onrecord")
        Optional<String> url) {}
