package org.onrecord.api.replay;

import java.util.concurrent.ExecutionException;

import org.apache.kafka.common.KafkaException;

/**
 * {@code ./onrecord replay TOPIC}: puts the records of a dead-letter topic back where they came from. Exit status: 0 done,
 * 1 failed, 2 wrong arguments.
 */
public final class ReplayCommand {
    private ReplayCommand() {}

    public static void main(String[] arguments) throws InterruptedException {
        String broker = System.getenv("KAFKA_BOOTSTRAP_SERVERS");
        if (broker == null || arguments.length != 1 || !DeadLetterReplay.ORIGINS.containsKey(arguments[0])) {
            System.err.println("usage: ./onrecord replay TOPIC, where TOPIC is one of "
                    + String.join(", ", DeadLetterReplay.ORIGINS.keySet())
                    + "\nThe broker is the one that KAFKA_BOOTSTRAP_SERVERS names.");
            System.exit(2);
        }
        try {
            long replayed = new DeadLetterReplay(broker).run(arguments[0]);
            System.out.println(
                    "onrecord: put " + replayed + " records back on " + DeadLetterReplay.ORIGINS.get(arguments[0]));
        } catch (ExecutionException | KafkaException e) {
            System.err.println("onrecord: " + e.getMessage() + "; what was not put back stays for the next run");
            System.exit(1);
        }
    }
}
