package org.onrecord.chassis.backing;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import org.onrecord.chassis.backing.BackingState.Away;
import org.onrecord.chassis.backing.BackingState.Unknown;
import org.onrecord.chassis.backing.BackingState.Up;

/** Ready while everything is there that the service cannot work without; each says where it is, and why it is not there. */
@Readiness
@ApplicationScoped
class BackingReadiness implements HealthCheck {

    private final BackingServices services;

    BackingReadiness(BackingServices services) {
        this.services = services;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("backing services").status(services.areUp());
        for (BackingWatch watch : services.watches()) {
            response.withData(watch.service().name(), inWords(watch));
        }
        return response.build();
    }

    private static String inWords(BackingWatch watch) {
        String address = watch.service().address();
        return switch (watch.state()) {
            case Unknown(var cause) -> address + ": not available yet: " + cause;
            case Up() -> address + ": up";
            case Away(var since, var cause) -> address + ": unavailable since " + since + ": " + cause;
        };
    }
}
