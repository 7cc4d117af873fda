package org.onrecord.api.database;

import java.util.Set;
import java.util.regex.Pattern;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Before somebody is told that what was read is set right or taken down, nobody sees here what was there before. */
class SetRight {

    private static final Set<String> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** Of the interface for programs, and of the pages. That a page is to be read changes no answer. */
    private static final Pattern PATHS = Pattern.compile("/?(v1/)?(quotes|people|reviews|articles|entities)/.+");

    private final ReadReplica replica;

    SetRight(@Replicated ReadReplica replica) {
        this.replica = replica;
    }

    @ServerResponseFilter
    void changed(ContainerRequestContext request, ContainerResponseContext response) {
        if (!SAFE.contains(request.getMethod())
                && PATHS.matcher(request.getUriInfo().getPath()).matches()) {
            replica.changed();
        }
    }
}
