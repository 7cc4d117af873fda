package org.onrecord.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * A wish to have one page fetched and read.
 *
 * @param requestId names the request in every outcome that follows from it
 * @param url absolute http or https URL, as the asker wrote it
 * @param requestedAt when it was asked for
 */
public record FetchRequest(UUID requestId, String url, Instant requestedAt) {
    /** Characters of the longest URL that is taken: no server of the web takes a longer one. */
    public static final int MAX_URL_LENGTH = 8192;
}
