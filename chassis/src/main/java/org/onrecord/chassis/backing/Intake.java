package org.onrecord.chassis.backing;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

import io.smallrye.reactive.messaging.ClientCustomizer;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;

/**
 * Whether this instance takes events. One that cannot work stays in its consumer group and is assigned nothing, so that those
 * that can have all partitions; see {@link ReadyAssignor}. Thread-safe.
 */
@ApplicationScoped
public class Intake implements ClientCustomizer<Map<String, Object>> {
    private static final Logger LOG = Logger.getLogger(Intake.class);

    private final Instance<KafkaClientService> clients;
    private volatile BooleanSupplier open = () -> false;

    Intake(@Any Instance<KafkaClientService> clients) {
        this.clients = clients;
    }

    /** @param open whether the instance can work; asked whenever its group is about to share the partitions anew */
    void decideBy(BooleanSupplier open) {
        this.open = open;
    }

    /** Whether this instance can work. */
    boolean isOpen() {
        return open.getAsBoolean();
    }

    /** Has the groups share their partitions anew, since whether this instance can work has changed. */
    void reconsider() {
        for (String channel : clients.get().getConsumerChannels()) {
            List<KafkaConsumer<Object, Object>> consumers = clients.get().getConsumers(channel);
            consumers.forEach(consumer -> consumer.runOnPollingThread(client -> {
                        client.enforceRebalance("whether an instance can work has changed");
                    })
                    .subscribe()
                    .with(
                            asked -> {},
                            failure -> LOG.debugf(failure, "partitions not shared anew, channel=%s", channel)));
        }
    }

    /** Gives each consumer the assignor, and the assignor what it decides by. */
    @Override
    public Map<String, Object> customize(String channel, Config channelConfig, Map<String, Object> settings) {
        if (settings.containsKey(ConsumerConfig.GROUP_ID_CONFIG)) {
            settings.put(
                    ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                    // The second is what instances of earlier versions speak, with which the group is shared while they
                    // are replaced.
                    List.of(ReadyAssignor.class, RangeAssignor.class));
            settings.put(ReadyAssignor.INTAKE, this);
        }
        return settings;
    }
}
