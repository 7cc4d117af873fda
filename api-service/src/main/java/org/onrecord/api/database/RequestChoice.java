package org.onrecord.api.database;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;

import org.onrecord.api.access.Callers;

/**
 * Which of the two servers answers a request. It is chosen once, so that its answer is put together of what one of them has. Whoever may
 * set right what was read is always answered by the primary, and sees what they did. Thread-safe.
 */
@ApplicationScoped
class RequestChoice {

    private static final String STANDBYS = RequestChoice.class.getName();
    private static final String NEWEST = STANDBYS + ".newest";

    private final CurrentVertxRequest current;
    private final Callers callers;

    RequestChoice(CurrentVertxRequest current, Callers callers) {
        this.current = current;
        this.callers = callers;
    }

    /** Whether the standby answers what is being asked. */
    boolean isStandbys(Standby standby) {
        RoutingContext request = request();
        if (request == null) {
            return standby.mayAnswer();
        }
        Boolean chosen = request.get(STANDBYS);
        if (chosen == null) {
            chosen = !isEditors() && standby.mayAnswer();
            request.put(STANDBYS, chosen);
        }
        return chosen;
    }

    /** How far a server must have read the primary's log, in bytes, to answer what is being asked after what was answered of it. */
    long newest() {
        RoutingContext request = request();
        Long newest = request == null ? null : request.get(NEWEST);
        return newest == null ? Long.MIN_VALUE : newest;
    }

    /** Takes note that a part of it is answered by one that has read so far. */
    void answeredAsOf(long at) {
        RoutingContext request = request();
        if (request != null) {
            request.put(NEWEST, Math.max(at, newest()));
        }
    }

    /** Has the rest of the request answered by the primary. */
    void stayAtPrimary() {
        RoutingContext request = request();
        if (request != null) {
            request.put(STANDBYS, false);
        }
    }

    /** Where nobody needs a key everybody may, and that says nothing. */
    private boolean isEditors() {
        return callers.id().isPresent() && callers.mayEdit();
    }

    private @Nullable RoutingContext request() {
        return Arc.container().requestContext().isActive() ? current.getCurrent() : null;
    }
}
