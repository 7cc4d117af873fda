package org.onrecord.nlp;

import java.util.List;
import java.util.Map;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

import org.onrecord.chassis.environment.Commands;
import org.onrecord.chassis.environment.Environment;
import org.onrecord.chassis.environment.Variable;

/** Starts the service, if it was told all that it needs. */
@QuarkusMain
public final class NlpService {

    private NlpService() {}

    public static void main(String[] arguments) {
        new Commands("nlp-service", Map.of()).runAndExit(arguments);
        Environment.requireOrExit("nlp-service", variables(Environment.ofThisProcess()));
        Quarkus.run(arguments);
    }

    private static List<Variable> variables(Environment environment) {
        return List.of(
                Variable.brokers("KAFKA_BOOTSTRAP_SERVERS"),
                Variable.serviceToken(environment),
                Variable.count("ONRECORD_ANALYSIS_CONCURRENCY").optional(),
                Variable.duration("ONRECORD_ANALYSIS_TIME_LIMIT").optional(),
                Variable.oneOf("ONRECORD_ACCESS_MODE", List.of("keys", "open")).optional());
    }
}
