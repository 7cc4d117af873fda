package org.onrecord.api.request;

import java.net.URI;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a submission can be followed.
 *
 * @param requestId names it
 * @param status the URL that says what became of it
 */
public record Accepted(
        UUID requestId, @Schema(format = "uri-reference") URI status) {

    public static Accepted of(UUID requestId) {
        return new Accepted(requestId, URI.create("/v1/trace?request=" + requestId));
    }
}
