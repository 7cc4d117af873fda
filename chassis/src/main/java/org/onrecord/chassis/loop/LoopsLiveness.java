package org.onrecord.chassis.loop;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Not alive when a loop is dead or hangs: nobody else does its work, and only a new process helps. */
@Liveness
@ApplicationScoped
class LoopsLiveness implements HealthCheck {
    private final Loops loops;

    LoopsLiveness(Loops loops) {
        this.loops = loops;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("loops").up();
        for (Loop loop : loops.all()) {
            response.withData(loop.name(), loop.inWords());
            if (!loop.isAlive()) {
                response.down();
            }
        }
        return response.build();
    }
}
