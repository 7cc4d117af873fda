package org.onrecord.scraper.article;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Not alive once several threads are lost to pages whose reading never ends: only a new process helps. */
@Liveness
@ApplicationScoped
class ReaderLiveness implements HealthCheck {

    private static final int TOO_MANY = 3;

    private final Reader reader;

    ReaderLiveness(Reader reader) {
        this.reader = reader;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("extractions")
                .status(reader.abandoned() < TOO_MANY)
                .withData("abandoned", reader.abandoned())
                .build();
    }
}
