package org.onrecord.nlp;

import java.util.List;
import java.util.Map;

import io.quarkus.runtime.annotations.QuarkusMain;

import org.onrecord.chassis.environment.Commands;
import org.onrecord.chassis.environment.ServiceMain;
import org.onrecord.chassis.environment.Variable;

/** Starts the service, if it was told all that it needs. */
@QuarkusMain
public final class NlpService {

    private NlpService() {}

    public static void main(String[] arguments) {
        ServiceMain.run(new Commands("nlp-service", Map.of()), variables(), arguments);
    }

    private static List<Variable> variables() {
        return List.of(
                Variable.count("ONRECORD_ANALYSIS_CONCURRENCY").optional(),
                Variable.duration("ONRECORD_ANALYSIS_TIME_LIMIT").optional());
    }
}
