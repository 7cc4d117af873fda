package org.onrecord.scraper.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import org.onrecord.scraper.problem.ProblemRoutes;

/**
 * Lets the API service in alone: it shares a token with this one. Health and metrics are for who runs the services. Without
 * a token everybody is let in, which {@link org.onrecord.scraper.ScraperService} allows on one machine only.
 */
@ApplicationScoped
class ServiceToken {

    private static final String BEARER = "Bearer ";
    /** After the check of the body's length, and before all else. */
    private static final int SECOND = Integer.MIN_VALUE + 1;

    private final Optional<byte[]> token;
    private final ProblemRoutes problems;

    ServiceToken(@ConfigProperty(name = "onrecord.service.token") Optional<String> token, ProblemRoutes problems) {
        this.token = token.map(text -> text.getBytes(StandardCharsets.UTF_8));
        this.problems = problems;
    }

    void register(@Observes Router router) {
        if (token.isPresent()) {
            router.route("/v1/*").order(SECOND).handler(this::check);
        }
    }

    private void check(RoutingContext context) {
        String header = context.request().getHeader("Authorization");
        byte[] shown = header != null && header.startsWith(BEARER)
                ? header.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8)
                : new byte[0];
        if (MessageDigest.isEqual(shown, token.get())) {
            context.next();
        } else {
            context.response().putHeader("WWW-Authenticate", "Bearer realm=\"onrecord\"");
            problems.refuse(context);
        }
    }
}
