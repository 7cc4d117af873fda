package org.onrecord.database;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import org.onrecord.database.Schema.Current;
import org.onrecord.database.Schema.Waiting;

/** Ready once the tables are there. */
@Readiness
@ApplicationScoped
class SchemaReadiness implements HealthCheck {

    private final Schema schema;

    SchemaReadiness(Schema schema) {
        this.schema = schema;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("Database schema");
        return switch (schema.state()) {
            case Current() -> response.up().build();
            case Waiting(var database, var cause, var since) ->
                response.down()
                        .withData("database", database)
                        .withData("cause", cause)
                        .withData("since", since.toString())
                        .build();
        };
    }
}
