package org.onrecord.nlp.analysis;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the models can read: they answer a known sentence, and a worker is left to read with. */
@Readiness
@ApplicationScoped
class ModelsReadiness implements HealthCheck {
    private static final String KNOWN_SENTENCE = "“The bridge will open on Friday,” the mayor said.";

    private final Analyser analyser;
    private final AnalysisWorkers workers;
    private volatile boolean read;

    ModelsReadiness(Analyser analyser, AnalysisWorkers workers) {
        this.analyser = analyser;
        this.workers = workers;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("models")
                .withData("analyser", Analyser.VERSION)
                .status(canRead() && !workers.exhausted())
                .build();
    }

    private boolean canRead() {
        if (!read) {
            UUID nobody = new UUID(0, 0);
            read = analyser.analyse(nobody, "en", "", KNOWN_SENTENCE)
                            .sentences()
                            .size()
                    == 1;
        }
        return read;
    }
}
