package org.onrecord.nlp.analysis;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Not alive when every worker is lost to an article that never ends: only a new process helps. */
@Liveness
@ApplicationScoped
class WorkersLiveness implements HealthCheck {
    private final AnalysisWorkers workers;

    WorkersLiveness(AnalysisWorkers workers) {
        this.workers = workers;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("analysis workers")
                .status(!workers.exhausted())
                .build();
    }
}
