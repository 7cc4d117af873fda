package org.onrecord.chassis.door;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

import org.onrecord.chassis.problem.ProblemType;

/** Knows from when until when a body is worked at: a caller who sends one and leaves does not make room for the next. */
@ApplicationScoped
class BodyWork {

    private final CurrentVertxRequest current;

    BodyWork(CurrentVertxRequest current) {
        this.current = current;
    }

    @ServerRequestFilter
    public Optional<Response> begin() {
        TakenBody body = TakenBody.find(current.getCurrent());
        if (!body.workBegins()) {
            // Nobody is there to read what this says.
            return Optional.of(Response.status(ProblemType.BUSY.status()).build());
        }
        CurrentRequestManager.get().registerCompletionCallback(failure -> body.workEnds());
        return Optional.empty();
    }
}
