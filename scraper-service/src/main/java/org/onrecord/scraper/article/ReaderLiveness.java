package org.onrecord.scraper.article;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Not alive while a thread is lost to a page whose reading does not end: it keeps its place, which may be half of all, and only a
 * new process helps. A probe asks several times before it has the process replaced, so one that does end costs nothing.
 */
@Liveness
@ApplicationScoped
class ReaderLiveness implements HealthCheck {

    private final Reader reader;

    ReaderLiveness(Reader reader) {
        this.reader = reader;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("extractions")
                .status(reader.abandoned() == 0)
                .withData("abandoned", reader.abandoned())
                .build();
    }
}
