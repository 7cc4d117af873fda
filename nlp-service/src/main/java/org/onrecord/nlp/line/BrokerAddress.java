package org.onrecord.nlp.line;

import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;

/** Asks for the broker's address before anything connects: the client's own default would be a broker on this host. */
@ApplicationScoped
class BrokerAddress {
    private static final Logger LOG = Logger.getLogger(BrokerAddress.class);

    private final Optional<String> bootstrapServers;

    BrokerAddress(@ConfigProperty(name = "kafka.bootstrap.servers") Optional<String> bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    void require(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
        String address = bootstrapServers.orElseThrow(() -> new IllegalStateException(
                "KAFKA_BOOTSTRAP_SERVERS is not set: name the broker, such as localhost:9092"));
        LOG.infof("Articles come from the broker at %s", address);
    }
}
