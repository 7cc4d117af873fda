package org.onrecord.nlp.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Problem documents for what ends before it reaches a resource: a body that announces to be too large, for which the server
 * itself would close without one, and a caller who is not let in.
 */
@ApplicationScoped
public class ProblemRoutes {
    /** Before the server's own check, which has -2. */
    private static final int FIRST = -100;

    private final long limit;
    private final ObjectMapper json;

    ProblemRoutes(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit, ObjectMapper json) {
        this.limit = limit.asLongValue();
        this.json = json;
    }

    void install(@Observes Router router) {
        router.route().order(FIRST).handler(this::check);
    }

    private void check(RoutingContext context) {
        String announced = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (announced == null || !announced.matches("\\d{1,18}") || Long.parseLong(announced) <= limit) {
            context.next();
            return;
        }
        context.response().putHeader(HttpHeaders.CONNECTION, "close");
        answer(context, ProblemType.TOO_LARGE, "Send at most " + limit + " bytes.");
    }

    /** Ends the request of somebody who is not let in. */
    public void refuse(RoutingContext context) {
        answer(context, ProblemType.UNAUTHENTICATED, "Ask the API service; it passes on what belongs here.");
    }

    private void answer(RoutingContext context, ProblemType type, String detail) {
        Problem problem = Problem.of(type, detail, context.normalizedPath());
        try {
            context.response()
                    .setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .end(json.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }
}
