package org.onrecord.api.trace;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How a request ended. */
final class Ending {

    /** Stages that end within one tick of the clock stand in the line's order. */
    static final Comparator<TraceOutcome> IN_ORDER =
            Comparator.comparing(TraceOutcome::at).thenComparing(TraceOutcome::stage);

    private Ending() {}

    /**
     * The outcome that ended a request: the last one, as a story that failed may be stored when it is tried again.
     *
     * @param outcomes of any requests
     * @param requestId the request
     * @return empty while no stage has ended it
     */
    static Optional<TraceOutcome> of(List<TraceOutcome> outcomes, UUID requestId) {
        return outcomes.stream()
                .filter(outcome -> requestId.equals(outcome.requestId()) && outcome.isLast())
                .max(IN_ORDER);
    }
}
