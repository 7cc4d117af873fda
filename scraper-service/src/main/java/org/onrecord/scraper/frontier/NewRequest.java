package org.onrecord.scraper.frontier;

import java.util.Optional;
import java.util.UUID;

/**
 * A page to be fetched.
 *
 * @param traceparent the trace that it belongs to (W3C Trace Context); empty if it belongs to none
 */
public record NewRequest(UUID requestId, String url, Optional<String> traceparent) {

    /** A page that nobody waits for. */
    public NewRequest(UUID requestId, String url) {
        this(requestId, url, Optional.empty());
    }
}
