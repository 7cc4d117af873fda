package org.onrecord.api.alert;

import java.util.Optional;
import java.util.UUID;

/** Who is told for an alert, and what a delivery needs to know of it. */
sealed interface Recipient {

    UUID alertId();

    /** The saved search that is answered. */
    Payload.Search search();

    /** Told at once of each statement. */
    record Webhook(
            UUID alertId, Payload.Search search, String url, SigningSecret secret, Optional<SigningSecret> previous)
            implements Recipient {}

    /**
     * Told by a digest.
     *
     * @param query of the search
     */
    record Mailbox(UUID alertId, Payload.Search search, String query, String email) implements Recipient {}
}
