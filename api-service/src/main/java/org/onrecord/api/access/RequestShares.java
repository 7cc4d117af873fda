package org.onrecord.api.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import org.onrecord.api.share.Places;
import org.onrecord.api.share.UntilAnswered;
import org.onrecord.chassis.problem.ProblemType;

/**
 * Lets a key have so many requests under way and no more: whoever asks twenty slow questions at once would have every connection
 * to the database. Streams wait and hold none; they have a share of their own. Thread-safe.
 */
@ApplicationScoped
public class RequestShares {

    private static final String STREAM = "/v1/stream";

    private final Callers callers;
    private final Places places;

    RequestShares(AccessConfig config, Callers callers) {
        this.callers = callers;
        this.places = new Places(
                "requests under way", Integer.MAX_VALUE, config.requestsAtOnce(), ProblemType.TOO_MUCH_AT_ONCE);
    }

    @ServerRequestFilter
    public void take(UriInfo uri) {
        if (!uri.getPath().equals(STREAM)) {
            UntilAnswered.keep(take());
        }
    }

    /**
     * A place for a question that comes another way.
     *
     * @throws org.onrecord.chassis.problem.ProblemException if the caller has its share
     */
    public Places.Place take() {
        return places.take(callers.id());
    }
}
