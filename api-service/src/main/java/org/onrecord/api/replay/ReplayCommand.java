package org.onrecord.api.replay;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;

import org.onrecord.chassis.environment.Environment;
import org.onrecord.chassis.environment.Variable;

/**
 * {@code replay TOPIC}: puts the records of a dead-letter topic back where they came from. Exit status: 0 done, 1 failed, 2
 * wrong arguments or variables.
 */
public final class ReplayCommand {
    private static final String BROKERS = "KAFKA_BOOTSTRAP_SERVERS";
    private static final String PREFIX = "KAFKA_";

    private ReplayCommand() {}

    /** Runs it on the broker that {@code KAFKA_BOOTSTRAP_SERVERS} names. */
    public static int run(List<String> arguments) throws InterruptedException {
        return run(arguments, Environment.ofThisProcess(), System.out, System.err);
    }

    static int run(List<String> arguments, Environment environment, PrintStream out, PrintStream err)
            throws InterruptedException {
        List<String> faults = environment.faults(List.of(Variable.brokers(BROKERS)));
        if (!faults.isEmpty()) {
            err.println("replay: " + faults.getFirst());
            return Environment.WRONG;
        }
        if (arguments.size() != 1 || !DeadLetterReplay.ORIGINS.containsKey(arguments.getFirst())) {
            err.println("replay: name a dead-letter topic: " + String.join(", ", DeadLetterReplay.ORIGINS.keySet()));
            return Environment.WRONG;
        }
        String topic = arguments.getFirst();
        try {
            DeadLetterReplay.Replayed replayed = new DeadLetterReplay(connection(environment)).run(topic);
            out.println("replay: put " + records(replayed.back()) + " back on " + DeadLetterReplay.ORIGINS.get(topic));
            if (replayed.cut() > 0) {
                out.println("replay: left out " + records(replayed.cut())
                        + " that were too large to be put aside whole; their headers say where the whole was");
            }
            return 0;
        } catch (TimeoutException e) {
            err.println("replay: no broker answers at "
                    + environment.text(BROKERS).orElseThrow() + "; the next run puts the remaining records back");
            return 1;
        } catch (ExecutionException | KafkaException e) {
            err.println("replay: " + reason(e) + "; the next run puts the remaining records back");
            return 1;
        }
    }

    /** The variables that the service too takes for the settings of a client: {@code KAFKA_SASL_JAAS_CONFIG} and others. */
    private static Map<String, Object> connection(Environment environment) {
        Map<String, Object> connection = new HashMap<>();
        environment.variables().forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                connection.put(
                        name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        connection.keySet().retainAll(ConsumerConfig.configNames());
        connection.put("bootstrap.servers", environment.text(BROKERS).orElseThrow());
        return connection;
    }

    private static String records(long count) {
        return count + (count == 1 ? " record" : " records");
    }

    private static String reason(Exception failed) {
        Throwable cause = failed;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
