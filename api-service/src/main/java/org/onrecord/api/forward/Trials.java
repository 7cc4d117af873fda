package org.onrecord.api.forward;

import jakarta.enterprise.context.ApplicationScoped;

import org.onrecord.api.access.Callers;
import org.onrecord.api.share.Places;
import org.onrecord.api.share.UntilAnswered;
import org.onrecord.chassis.problem.ProblemType;

/** How many trials somebody has under way. Thread-safe. */
@ApplicationScoped
public class Trials {

    /** The services have a queue for all: who has no more than two in it keeps nobody waiting for long. */
    private static final int OF_ONE_KEY = 2;

    private final Callers callers;
    private final Places places =
            new Places("trials under way", Integer.MAX_VALUE, OF_ONE_KEY, ProblemType.TOO_MUCH_AT_ONCE);

    Trials(Callers callers) {
        this.callers = callers;
    }

    /**
     * Begins one that lasts until the request is answered.
     *
     * @throws org.onrecord.chassis.problem.ProblemException if whoever asks has as many as they may
     */
    public void begin() {
        UntilAnswered.keep(places.take(callers.id()));
    }
}
