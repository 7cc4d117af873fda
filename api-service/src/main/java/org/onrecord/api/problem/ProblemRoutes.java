package org.onrecord.api.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import org.onrecord.api.problem.Problem.Cause;

/** Problem documents for what ends before it reaches a resource: unknown paths and bodies over the limit. */
@ApplicationScoped
class ProblemRoutes {

    static final String TOO_LARGE_DETAIL = "Send less: a body may have 10 MB.";

    private final ObjectMapper mapper;

    ProblemRoutes(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    void register(@Observes Router router) {
        router.errorHandler(
                Cause.BAD_REQUEST.status(),
                context -> answer(
                        context, Cause.BAD_REQUEST, "Send a URL with valid percent-escapes, as RFC 3986 has them."));
        router.errorHandler(Cause.NOT_FOUND.status(), context -> answer(context, Cause.NOT_FOUND, "See /q/openapi."));
        router.errorHandler(Cause.TOO_LARGE.status(), context -> answer(context, Cause.TOO_LARGE, TOO_LARGE_DETAIL));
    }

    private void answer(RoutingContext context, Cause cause, String detail) {
        if (context.response().ended()) {
            return;
        }
        context.response()
                .setStatusCode(cause.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(json(Problem.of(cause, detail, context.request().path())));
    }

    private Buffer json(Problem problem) {
        try {
            return Buffer.buffer(mapper.writeValueAsBytes(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("problems are plain records", e);
        }
    }
}
