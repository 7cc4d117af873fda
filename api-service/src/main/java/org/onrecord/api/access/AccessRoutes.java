package org.onrecord.api.access;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import org.onrecord.api.problem.Problem.Cause;
import org.onrecord.api.problem.ProblemRoutes;

/** Stands before everything that the service answers, its own pages and metrics included: no key, no answer. */
@ApplicationScoped
class AccessRoutes {
    private static final Logger LOG = Logger.getLogger(AccessRoutes.class);

    /** After the checks of the body's length and of the tables, which cost nothing, and before all else. */
    private static final int THIRD = Integer.MIN_VALUE + 2;

    private static final String HEALTH = "/q/health";
    private static final String HOW = "Send the header Authorization: Bearer KEY; ./onrecord key create makes a key.";

    private final AccessConfig config;
    private final AccessKeys keys;
    private final RequestRates rates;
    private final ProblemRoutes problems;

    AccessRoutes(AccessConfig config, AccessKeys keys, RequestRates rates, ProblemRoutes problems) {
        this.config = config;
        this.keys = keys;
        this.rates = rates;
        this.problems = problems;
    }

    void register(@Observes Router router) {
        if (config.mode() == AccessConfig.Mode.KEYS) {
            router.route().order(THIRD).handler(this::check);
        }
    }

    private void check(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.equals(HEALTH) || path.startsWith(HEALTH + "/")) {
            context.next();
            return;
        }
        Optional<KeySecret> secret = KeySecret.ofHeader(context.request().getHeader(HttpHeaders.AUTHORIZATION));
        if (secret.isEmpty()) {
            refuse(context, HOW);
            return;
        }
        // The body waits meanwhile: nobody reads it yet.
        context.request().pause();
        context.vertx()
                .executeBlocking(() -> keys.find(secret.get()), false)
                .onSuccess(key -> admit(context, key))
                .onFailure(e -> away(context, e));
    }

    private void admit(RoutingContext context, Optional<AccessKey> found) {
        if (found.isEmpty() || found.get().isRevoked()) {
            refuse(context, "There is no such key, or no longer. " + HOW);
        } else if (found.get().isExpired(Instant.now())) {
            refuse(context, "The key expired at " + found.get().expiresAt() + ". " + HOW);
        } else if (isWithinRate(context, found.get())) {
            checkScope(context, found.get());
        }
    }

    private boolean isWithinRate(RoutingContext context, AccessKey key) {
        ConsumptionProbe probe = rates.take(key);
        context.response().putHeader("RateLimit-Policy", rates.policy()).putHeader("RateLimit", rates.limit(probe));
        if (probe.isConsumed()) {
            return true;
        }
        long seconds = RequestRates.seconds(probe.getNanosToWaitForRefill());
        context.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        answer(
                context,
                Cause.TOO_MANY_REQUESTS,
                "Ask again in " + seconds + " s; the key may ask " + config.requestsPerMinute() + " times a minute.");
        return false;
    }

    private void checkScope(RoutingContext context, AccessKey key) {
        String method = context.request().method().name();
        Scope needed = Scope.neededFor(method);
        if (!key.scope().allows(needed)) {
            answer(context, Cause.FORBIDDEN, "The key allows to " + key.scope() + "; use one of scope " + needed + ".");
        } else if (needed == Scope.READ) {
            goOn(context);
        } else {
            String path = context.normalizedPath();
            context.vertx()
                    .executeBlocking(
                            () -> {
                                keys.audit(key, method, path);
                                return null;
                            },
                            false)
                    .onSuccess(noted -> goOn(context))
                    .onFailure(e -> away(context, e));
        }
    }

    private static void goOn(RoutingContext context) {
        context.request().resume();
        context.next();
    }

    private void refuse(RoutingContext context, String detail) {
        context.response().putHeader("WWW-Authenticate", "Bearer realm=\"onrecord\"");
        answer(context, Cause.UNAUTHENTICATED, detail);
    }

    private void away(RoutingContext context, Throwable cause) {
        LOG.warnf("key cannot be checked, cause=%s", cause.getMessage());
        answer(context, Cause.DATABASE_AWAY, "Ask again in some seconds.");
    }

    private void answer(RoutingContext context, Cause cause, String detail) {
        context.request().resume();
        problems.answer(context, cause, detail);
    }
}
