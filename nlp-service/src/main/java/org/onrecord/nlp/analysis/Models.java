package org.onrecord.nlp.analysis;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.onrecord.chassis.backing.BackingService;

/** The models, and the workers that read with them: they are there when they answer a known sentence and a worker is left. */
@ApplicationScoped
class Models implements BackingService {
    private static final String KNOWN_SENTENCE = "“The bridge will open on Friday,” the mayor said.";

    private final Analyser analyser;
    private final AnalysisWorkers workers;
    private boolean read;

    Models(Analyser analyser, AnalysisWorkers workers) {
        this.analyser = analyser;
        this.workers = workers;
    }

    @Override
    public String name() {
        return "models";
    }

    @Override
    public String address() {
        return Analyser.VERSION;
    }

    @Override
    public void check() {
        if (!read) {
            UUID nobody = new UUID(0, 0);
            read = analyser.analyse(nobody, "en", "", KNOWN_SENTENCE)
                            .sentences()
                            .size()
                    == 1;
        }
        if (!read) {
            throw new IllegalStateException("a known sentence is not read as one");
        }
        if (workers.exhausted()) {
            throw new IllegalStateException("every worker is lost to an article that never ends");
        }
    }
}
