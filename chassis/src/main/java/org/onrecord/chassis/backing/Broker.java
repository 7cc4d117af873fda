package org.onrecord.chassis.backing;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.AuthenticationException;
import org.eclipse.microprofile.config.Config;

import io.smallrye.common.annotation.Identifier;

/** The Kafka broker with its topics: without it nothing can be asked for, taken or handed on. */
@ApplicationScoped
class Broker implements BackingService {

    private static final int PATIENCE_MILLIS = 2000;

    private final Map<String, Object> settings = new HashMap<>();
    private final BrokerTopics topics;
    private final String address;
    /** Made when it is first asked: a host that cannot be resolved yet is one that is away. */
    private Admin admin;

    Broker(@Identifier("default-kafka-broker") Map<String, Object> broker, Config config) {
        topics = BrokerTopics.of(config);
        broker.forEach((name, value) -> {
            if (AdminClientConfig.configNames().contains(name)) {
                settings.put(name, value);
            }
        });
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        address = String.valueOf(broker.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG));
    }

    @Override
    public String name() {
        return "broker";
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public void check() throws Exception {
        try {
            admin().describeCluster().nodes().get(2L * PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            topics.check(admin(), 2L * PATIENCE_MILLIS);
        } catch (ExecutionException | TimeoutException e) {
            if (e.getCause() instanceof AuthenticationException refused) {
                throw refused;
            }
            // Kafka's own words name the call that was made and not what is wrong, such as a port where nobody listens.
            throw new TimeoutException("no answer within " + PATIENCE_MILLIS / 1000 + " s");
        }
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(settings);
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
