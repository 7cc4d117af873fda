package org.onrecord.api.takedown;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jboss.logging.Logger;

import io.smallrye.common.annotation.Identifier;

import org.onrecord.contracts.Topics;

/** Whether the broker erases what it is told to. Not for several threads. */
@ApplicationScoped
class ErasableTopics {
    private static final Logger LOG = Logger.getLogger(ErasableTopics.class);

    private final Map<String, Object> settings = new HashMap<>();

    ErasableTopics(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        broker.forEach((name, value) -> {
            if (AdminClientConfig.configNames().contains(name)) {
                settings.put(name, value);
            }
        });
    }

    /**
     * Tells of the topics that do not erase, or not before the second round. Who may not read their settings is told nothing.
     *
     * @param again how long after the first the second round is
     * @throws KafkaException if the broker is away, or a topic missing
     */
    void check(Duration again) throws InterruptedException {
        try (Admin admin = Admin.create(settings)) {
            admin.describeConfigs(Topics.ERASABLE.stream()
                            .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                            .toList())
                    .all()
                    .get()
                    .forEach((topic, config) -> check(topic.name(), config, again));
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof AuthorizationException)) {
                throw new KafkaException(e.getCause());
            }
            LOG.debugf("whether the topics erase what is taken down is not known: %s", e.getMessage());
        }
    }

    private static void check(String topic, Config config, Duration again) {
        List<String> policy =
                List.of(config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value().split(","));
        if (!policy.contains(TopicConfig.CLEANUP_POLICY_COMPACT)) {
            LOG.warnf(
                    "topic %s is not compacted: what is taken down stays in it until its retention ends; give it"
                            + " cleanup.policy=compact,delete",
                    topic);
            return;
        }
        long lag = Long.parseLong(
                config.get(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG).value());
        if (lag >= again.toMillis()) {
            LOG.warnf(
                    "topic %s may keep what is taken down for longer than ONRECORD_TAKEDOWN_ERASE_AGAIN_AFTER (%s): its"
                            + " max.compaction.lag.ms, %d, is to be shorter than that",
                    topic, again, lag);
        }
    }
}
