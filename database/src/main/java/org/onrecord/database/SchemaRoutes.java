package org.onrecord.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import org.onrecord.chassis.problem.ProblemRoutes;
import org.onrecord.chassis.problem.ProblemType;

/** Sends away who asks before the tables are there. */
@ApplicationScoped
class SchemaRoutes {

    private final Schema schema;
    private final ProblemRoutes problems;

    SchemaRoutes(Schema schema, ProblemRoutes problems) {
        this.schema = schema;
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route("/v1/*").order(ProblemRoutes.SECOND).handler(this::check);
    }

    private void check(RoutingContext context) {
        if (schema.isCurrent()) {
            context.next();
        } else {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, "5");
            problems.answer(
                    context,
                    ProblemType.DATABASE_AWAY,
                    "Ask again in some seconds; /q/health/ready says what is waited for.");
        }
    }
}
