package org.onrecord.chassis.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.arc.properties.IfBuildProperty;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import org.onrecord.chassis.problem.ProblemRoutes;
import org.onrecord.chassis.problem.ProblemType;

/** Lets the API service in alone, in a service that stands behind it. Health and metrics are for who runs the services. */
@ApplicationScoped
@IfBuildProperty(name = "onrecord.behind-api", stringValue = "true")
class ServiceGate {

    private final ServiceToken token;
    private final ProblemRoutes problems;

    ServiceGate(ServiceToken token, ProblemRoutes problems) {
        this.token = token;
        this.problems = problems;
    }

    void register(@Observes Router router) {
        if (token.isSet()) {
            router.route("/v1/*").order(ProblemRoutes.SECOND).handler(this::check);
        }
    }

    private void check(RoutingContext context) {
        if (token.isShownBy(context.request().getHeader(HttpHeaders.AUTHORIZATION))) {
            context.next();
        } else {
            context.response().putHeader("WWW-Authenticate", "Bearer realm=\"onrecord\"");
            problems.answer(
                    context, ProblemType.UNAUTHENTICATED, "Ask the API service; it passes on what belongs here.");
        }
    }
}
