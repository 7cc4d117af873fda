package org.onrecord.scraper.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import org.onrecord.scraper.problem.Problem.Cause;

/** Problem documents for what ends before it reaches a resource: unknown paths and bodies over the limit. */
@ApplicationScoped
public class ProblemRoutes {

    private static final int DISCARDED_LIMITS = 10;

    private final ObjectMapper mapper;
    private final long limit;

    ProblemRoutes(
            ObjectMapper mapper, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBodySize) {
        this.mapper = mapper;
        this.limit = maxBodySize.asLongValue();
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::turnAwayTooLarge);
        router.errorHandler(Cause.NOT_FOUND.status(), context -> answer(context, Cause.NOT_FOUND, "See /q/openapi."));
        router.errorHandler(Cause.TOO_LARGE.status(), context -> answer(context, Cause.TOO_LARGE, tooLargeDetail()));
    }

    /** A caller who is still sending reads no answer and sees a broken pipe, so what is sent is read and thrown away. */
    private void turnAwayTooLarge(RoutingContext context) {
        HttpServerRequest request = context.request();
        long length = contentLength(request);
        if (length <= limit) {
            context.next();
        } else if (length <= limit * DISCARDED_LIMITS) {
            request.handler(discarded -> {});
            request.endHandler(end -> answer(context, Cause.TOO_LARGE, tooLargeDetail()));
            request.resume();
        } else {
            context.response().putHeader("Connection", "close");
            answer(context, Cause.TOO_LARGE, tooLargeDetail());
        }
    }

    private static long contentLength(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }

    private String tooLargeDetail() {
        return "Send at most %,d bytes.".formatted(limit);
    }

    /** Ends the request of somebody who is not let in. */
    public void refuse(RoutingContext context) {
        answer(context, Cause.UNAUTHENTICATED, "Ask the API service; it passes on what belongs here.");
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
