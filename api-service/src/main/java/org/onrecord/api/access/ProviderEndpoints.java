package org.onrecord.api.access;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Where a provider signs people in and out, as its description has it (OpenID Connect Discovery 1.0, section 3). Immutable.
 *
 * @param authorization where browsers are sent; empty if it names none that can be used
 * @param token where a code is exchanged; likewise
 * @param endSession where browsers are sent to sign out (OpenID Connect RP-Initiated Logout 1.0, section 2.1); likewise
 * @param secretInForm whether it takes a client's secret in the form alone, and not in the header that is usual
 */
record ProviderEndpoints(
        Optional<URI> authorization, Optional<URI> token, Optional<URI> endSession, boolean secretInForm) {

    /** @param at where the description was found */
    static ProviderEndpoints of(JsonNode description, URI at) {
        Set<String> ways = StreamSupport.stream(
                        description
                                .path("token_endpoint_auth_methods_supported")
                                .spliterator(),
                        false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
        return new ProviderEndpoints(
                endpoint(description, "authorization_endpoint", at),
                endpoint(description, "token_endpoint", at),
                endpoint(description, "end_session_endpoint", at),
                ways.contains("client_secret_post") && !ways.contains("client_secret_basic"));
    }

    /** Whether nobody on the way can change what is there who cannot change what is here. */
    static boolean isAsSafe(URI there, URI here) {
        return !"https".equals(here.getScheme()) || "https".equals(there.getScheme());
    }

    private static boolean isOfWeb(URI uri) {
        return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    }

    private static Optional<URI> endpoint(JsonNode description, String name, URI at) {
        try {
            return Optional.of(URI.create(description.path(name).asText()))
                    .filter(uri -> isOfWeb(uri) && isAsSafe(uri, at));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
