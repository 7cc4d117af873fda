package org.onrecord.api.parameter;

import java.util.Arrays;

import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Refuses what no resource method would look at. */
class QueryParameterFilter {

    @ServerRequestFilter
    void refuseUnknown(ContainerRequestContext request, SimpleResourceInfo resource) {
        if (Arrays.stream(resource.parameterTypes()).noneMatch(ForeignParameters.class::isAssignableFrom)) {
            DeclaredParameters.of(resource.parameterTypes())
                    .check(request.getUriInfo().getQueryParameters());
        }
    }
}
