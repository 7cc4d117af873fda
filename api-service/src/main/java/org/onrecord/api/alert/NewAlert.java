package org.onrecord.api.alert;

import java.util.Optional;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where new answers to a saved search are to be sent. */
public record NewAlert(
        @Schema(description = "The id of a saved search of this key.")
        Optional<UUID> search,

        @Schema(
                description = "Where deliveries are sent: an http or https URL of a public host. Either this or email.",
                examples = "https://desk.example/hooks/onrecord")
        Optional<String> url,

        @Schema(
                description = "The one address that digests are sent to, where the operator has named a mail server.",
                examples = "desk@paper.example")
        Optional<String> email,

        @Schema(
                description =
                        "How often digests are sent: on the hour, or once a day, if there is anything new; daily, if it is"
                                + " not given.",
                enumeration = {"hourly", "daily"})
        Optional<String> every) {

    /** That each statement be sent to a URL. */
    public static NewAlert webhook(UUID search, String url) {
        return new NewAlert(Optional.of(search), Optional.of(url), Optional.empty(), Optional.empty());
    }

    /** That digests be sent by mail. @param every hourly or daily; daily, if it is empty */
    public static NewAlert mail(UUID search, String email, Optional<String> every) {
        return new NewAlert(Optional.of(search), Optional.empty(), Optional.of(email), every);
    }
}
