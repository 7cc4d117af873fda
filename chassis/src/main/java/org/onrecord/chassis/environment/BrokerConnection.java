package org.onrecord.chassis.environment;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** How a command reaches the broker: by the variables that the services too take for settings of Kafka's clients. */
public final class BrokerConnection {
    /** The one that has to be set. */
    public static final String BROKERS = "KAFKA_BOOTSTRAP_SERVERS";

    private static final String PREFIX = "KAFKA_";

    private BrokerConnection() {}

    /** {@code KAFKA_SASL_JAAS_CONFIG} and others, as settings; those that no client knows are left out. */
    public static Map<String, Object> of(Environment environment) {
        Map<String, Object> connection = new HashMap<>();
        environment.variables().forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                connection.put(
                        name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        connection
                .keySet()
                .removeIf(name -> !ConsumerConfig.configNames().contains(name)
                        && !ProducerConfig.configNames().contains(name));
        connection.put("bootstrap.servers", environment.text(BROKERS).orElseThrow());
        return connection;
    }

    /** The first line of the innermost cause of a failure. */
    public static String reason(Exception failed) {
        Throwable cause = failed;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
