package org.onrecord.api.web.frame;

import java.util.Optional;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import org.onrecord.api.access.PagePaths;

/** Fields of a form that were left empty are sent all the same: leads to the address without them, which one can share. */
class EmptyFields {

    @ServerRequestFilter(preMatching = true)
    public Optional<Response> leaveOut(ContainerRequestContext request) {
        MultivaluedMap<String, String> parameters = request.getUriInfo().getQueryParameters();
        if (!request.getMethod().equals("GET")
                || !PagePaths.isPage(request.getUriInfo().getPath())
                || parameters.values().stream()
                        .allMatch(values -> values.stream().noneMatch(String::isBlank))) {
            return Optional.empty();
        }
        Address address = Address.of(request.getUriInfo().getPath());
        for (var parameter : parameters.entrySet()) {
            for (String value : parameter.getValue()) {
                address = value.isBlank() ? address : address.and(parameter.getKey(), value);
            }
        }
        return Optional.of(Response.status(Response.Status.SEE_OTHER)
                .header("Location", address.toString())
                .build());
    }
}
