package org.onrecord.api.request;

import java.net.URI;
import java.util.UUID;

/**
 * Where a submission can be followed.
 *
 * @param requestId names it
 * @param status the URL that says what became of it
 */
public record Accepted(UUID requestId, URI status) {

    public static Accepted of(UUID requestId) {
        return new Accepted(requestId, URI.create("/v1/trace?request=" + requestId));
    }
}
