package org.onrecord.scraper.publish;

import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.StartupEvent;

/** Stops the start, before any client is made, if nobody said where the broker is. */
class BrokerAddress {

    void require(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start,
            @ConfigProperty(name = "kafka.bootstrap.servers") Optional<String> servers) {
        if (servers.filter(address -> !address.isBlank()).isEmpty()) {
            throw new IllegalStateException("Set KAFKA_BOOTSTRAP_SERVERS to the brokers' addresses, host:port.");
        }
    }
}
