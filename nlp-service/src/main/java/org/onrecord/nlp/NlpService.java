package org.onrecord.nlp;

import java.util.List;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

import org.onrecord.environment.Environment;
import org.onrecord.environment.Variable;

/** Starts the service, if it was told all that it needs. */
@QuarkusMain
public final class NlpService {

    static final List<Variable> VARIABLES = List.of(
            Variable.brokers("KAFKA_BOOTSTRAP_SERVERS"),
            Variable.count("ONRECORD_ANALYSIS_CONCURRENCY").optional(),
            Variable.duration("ONRECORD_ANALYSIS_TIME_LIMIT").optional());

    private NlpService() {}

    public static void main(String[] arguments) {
        Environment.requireOrExit("nlp-service", VARIABLES);
        Quarkus.run(arguments);
    }
}
