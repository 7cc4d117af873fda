package org.onrecord.api.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import org.onrecord.chassis.problem.ProblemRoutes;

/**
 * Lets pages of the origins that the operator names read answers in a browser (Fetch standard, CORS protocol), refusals included:
 * so it comes before keys are asked for. A browser sends no key along by itself, so none is let in by this alone.
 */
@ApplicationScoped
class CrossOrigin {

    private static final int NO_CONTENT = 204;

    private static final String ASKED_METHOD = "Access-Control-Request-Method";
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String SENT = "Authorization, Content-Type, If-None-Match, Last-Event-ID";
    private static final String READ = "ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After";
    private static final String SECONDS_KNOWN = "600";

    private final Set<String> origins;

    CrossOrigin(@ConfigProperty(name = "onrecord.cors.origins") Optional<List<String>> origins) {
        this.origins = Set.copyOf(origins.orElse(List.of()));
    }

    void register(@Observes Router router) {
        if (!origins.isEmpty()) {
            router.route().order(ProblemRoutes.SECOND).handler(this::tell);
        }
    }

    private void tell(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        String origin = context.request().getHeader(HttpHeaders.ORIGIN);
        if (origin == null || !origins.contains(origin)) {
            context.next();
            return;
        }
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, READ);
        headers.set("Cross-Origin-Resource-Policy", "cross-origin");
        if (context.request().method().equals(HttpMethod.OPTIONS)
                && context.request().headers().contains(ASKED_METHOD)) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, SENT);
            headers.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, SECONDS_KNOWN);
            context.response().setStatusCode(NO_CONTENT).end();
        } else {
            context.next();
        }
    }
}
