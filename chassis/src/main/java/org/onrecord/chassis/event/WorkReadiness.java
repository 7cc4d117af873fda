package org.onrecord.chassis.event;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says what waits although everything seems to be there. It is no reason to be taken out: questions may still be answered. */
@Readiness
@ApplicationScoped
class WorkReadiness implements HealthCheck {

    private final LongWaits waits;

    WorkReadiness(LongWaits waits) {
        this.waits = waits;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("work").up();
        waits.present().ifPresent(waiting -> response.withData("waiting", waiting));
        return response.build();
    }
}
