package org.onrecord.api.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import org.onrecord.api.problem.Problem.Cause;

/** Problem documents for what ends before it reaches a resource: unknown paths and bodies over the limit. */
@ApplicationScoped
public class ProblemRoutes {

    static final String TOO_LARGE_DETAIL = "Send less: a body may have 10 MB.";

    /** Before the router's own check, which answers without a body. */
    private static final int FIRST = Integer.MIN_VALUE;

    private final ObjectMapper mapper;
    private final long longestBody;

    ProblemRoutes(
            ObjectMapper mapper, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize longestBody) {
        this.mapper = mapper;
        this.longestBody = longestBody.asLongValue();
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::check);
        router.errorHandler(Cause.NOT_FOUND.status(), context -> answer(context, Cause.NOT_FOUND, "See /q/openapi."));
        router.errorHandler(Cause.TOO_LARGE.status(), context -> answer(context, Cause.TOO_LARGE, TOO_LARGE_DETAIL));
    }

    private void check(RoutingContext context) {
        if (length(context) > longestBody) {
            // The body is on its way; without it the connection cannot be used again.
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            answer(context, Cause.TOO_LARGE, TOO_LARGE_DETAIL)
                    .onComplete(sent -> context.request().connection().close());
        } else {
            context.next();
        }
    }

    private static long length(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    /**
     * Ends a request with a problem document, if nothing has ended it yet.
     *
     * @return when it is sent
     */
    public Future<Void> answer(RoutingContext context, Cause cause, String detail) {
        if (context.response().ended()) {
            return Future.succeededFuture();
        }
        return context.response()
                .setStatusCode(cause.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
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
