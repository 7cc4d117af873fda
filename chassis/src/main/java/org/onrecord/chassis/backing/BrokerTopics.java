package org.onrecord.chassis.backing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** The topics of the service's channels: a broker on which one of them is missing cannot be worked with. Not thread-safe. */
final class BrokerTopics {
    private static final Logger LOG = Logger.getLogger("org.onrecord.backing");
    private static final Pattern TOPIC =
            Pattern.compile("mp\\.messaging\\.(incoming|outgoing)\\.[^.]+\\.(dead-letter-queue\\.)?topic");

    private final Set<String> names;
    private final Map<String, Uuid> known = new TreeMap<>();

    BrokerTopics(Set<String> names) {
        this.names = Set.copyOf(names);
    }

    /** Those that the configuration names, dead-letter topics included. */
    static BrokerTopics of(Config config) {
        Set<String> names = new TreeSet<>();
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(property -> TOPIC.matcher(property).matches())
                .forEach(property -> names.add(config.getValue(property, String.class)));
        return new BrokerTopics(names);
    }

    /**
     * Returns if all of them are there; tells of each that is another than before, since what was in that one is gone.
     *
     * @throws MissingTopicsException if some are missing; its message names them
     * @throws TimeoutException if the broker does not answer in time
     */
    void check(Admin admin, long patienceMillis) throws InterruptedException, TimeoutException, MissingTopicsException {
        List<String> missing = new ArrayList<>();
        Map<String, KafkaFuture<TopicDescription>> asked =
                admin.describeTopics(names).topicNameValues();
        for (String topic : new TreeSet<>(asked.keySet())) {
            try {
                remember(
                        topic,
                        asked.get(topic)
                                .get(patienceMillis, TimeUnit.MILLISECONDS)
                                .topicId());
            } catch (ExecutionException e) {
                if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                    missing.add(topic);
                }
                // Who may not ask about a topic may still be allowed to use it.
            }
        }
        if (!missing.isEmpty()) {
            throw new MissingTopicsException(missing);
        }
    }

    private void remember(String topic, Uuid id) {
        Uuid before = known.put(topic, id);
        if (before != null && !before.equals(id)) {
            LOG.warnf(
                    "another topic of this name than before: what nobody had taken from that one is lost, topic=%s",
                    topic);
        }
    }
}
