package org.onrecord.api;

import java.util.List;
import java.util.Map;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

import org.onrecord.api.access.KeyCommand;
import org.onrecord.api.replay.ReplayCommand;
import org.onrecord.chassis.environment.Commands;
import org.onrecord.chassis.environment.Environment;
import org.onrecord.chassis.environment.Variable;

/** Runs a command, or starts the service, if it was told all that it needs. */
@QuarkusMain
public final class ApiService {

    private ApiService() {}

    public static void main(String[] arguments) {
        new Commands("api-service", Map.of("key", KeyCommand::run, "replay", ReplayCommand::run)).runAndExit(arguments);
        Environment.requireOrExit("api-service", variables(Environment.ofThisProcess()));
        Quarkus.run(arguments);
    }

    private static List<Variable> variables(Environment environment) {
        return List.of(
                Variable.brokers("KAFKA_BOOTSTRAP_SERVERS"),
                Variable.serviceToken(environment),
                Variable.database("ONRECORD_DATABASE_URL"),
                Variable.text("ONRECORD_DATABASE_USER"),
                Variable.secret("ONRECORD_DATABASE_PASSWORD"),
                Variable.url("ONRECORD_SCRAPER_URL"),
                Variable.url("ONRECORD_NLP_URL"),
                Variable.oneOf("ONRECORD_ACCESS_MODE", List.of("keys", "open")).optional(),
                Variable.count("ONRECORD_ACCESS_REQUESTS_PER_MINUTE").optional(),
                Variable.url("ONRECORD_ACCESS_OIDC_ISSUER").optional(),
                Variable.text("ONRECORD_ACCESS_OIDC_AUDIENCE").optional());
    }
}
