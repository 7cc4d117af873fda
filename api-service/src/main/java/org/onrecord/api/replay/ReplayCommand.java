package org.onrecord.api.replay;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;

import org.onrecord.chassis.environment.BrokerConnection;
import org.onrecord.chassis.environment.Environment;
import org.onrecord.chassis.environment.Variable;

/**
 * {@code replay TOPIC}: puts the records of a dead-letter topic back where they came from. Exit status: 0 done, 1 failed, 2
 * wrong arguments or variables.
 */
public final class ReplayCommand {
    private ReplayCommand() {}

    /** Runs it on the broker that {@code KAFKA_BOOTSTRAP_SERVERS} names. */
    public static int run(List<String> arguments) throws InterruptedException {
        return run(arguments, Environment.ofThisProcess(), System.out, System.err);
    }

    static int run(List<String> arguments, Environment environment, PrintStream out, PrintStream err)
            throws InterruptedException {
        List<String> faults = environment.faults(List.of(Variable.brokers(BrokerConnection.BROKERS)));
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
            DeadLetterReplay.Replayed replayed = new DeadLetterReplay(BrokerConnection.of(environment)).run(topic);
            out.println("replay: put " + records(replayed.back()) + " back on " + DeadLetterReplay.ORIGINS.get(topic));
            if (replayed.tooLarge() > 0) {
                out.println("replay: left out " + records(replayed.tooLarge())
                        + " that are too large; their headers say where they came from");
            }
            return 0;
        } catch (TimeoutException e) {
            err.println("replay: no broker answers at "
                    + environment.text(BrokerConnection.BROKERS).orElseThrow()
                    + "; the next run puts the remaining records back");
            return 1;
        } catch (ExecutionException | KafkaException e) {
            err.println("replay: " + BrokerConnection.reason(e) + "; the next run puts the remaining records back");
            return 1;
        }
    }

    private static String records(long count) {
        return count + (count == 1 ? " record" : " records");
    }
}
