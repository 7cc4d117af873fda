package org.onrecord.api.forward;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

import org.onrecord.chassis.access.ServiceToken;

/** Shows the two other services the token that they share with this one, so that they let it in. */
@ApplicationScoped
public class ShowsServiceToken implements ClientRequestFilter {

    private final ServiceToken token;

    ShowsServiceToken(ServiceToken token) {
        this.token = token;
    }

    @Override
    public void filter(ClientRequestContext request) {
        token.header().ifPresent(value -> request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, value));
    }
}
