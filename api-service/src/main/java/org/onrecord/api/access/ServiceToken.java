package org.onrecord.api.access;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What this service shows the two others, so that they let it in; none where everybody may ask. */
@ApplicationScoped
public class ServiceToken implements ClientRequestFilter {

    private final Optional<String> token;

    ServiceToken(@ConfigProperty(name = "onrecord.service.token") Optional<String> token) {
        this.token = token;
    }

    /** The value of the header Authorization. */
    public Optional<String> header() {
        return token.map(text -> "Bearer " + text);
    }

    @Override
    public void filter(ClientRequestContext request) {
        header().ifPresent(value -> request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, value));
    }
}
