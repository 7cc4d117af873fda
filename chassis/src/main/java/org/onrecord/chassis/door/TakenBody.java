package org.onrecord.chassis.door;

import java.util.concurrent.atomic.AtomicReference;

import io.vertx.ext.web.RoutingContext;

/**
 * What was taken for the body of a request. It is given back once: when the work on the request has ended, which goes on where
 * the caller leaves, or with the request if no work on it has begun. Thread-safe.
 */
final class TakenBody {

    private static final String NAME = TakenBody.class.getName();

    private enum State {
        TAKEN,
        WORKED_AT,
        GIVEN_BACK
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.TAKEN);
    private final Runnable giveBack;

    TakenBody(Runnable giveBack) {
        this.giveBack = giveBack;
    }

    /** Ties it to its request. */
    void of(RoutingContext context) {
        context.put(NAME, this);
        context.addEndHandler(ended -> requestEnds());
    }

    /** That of a request; one that nothing is taken for has an empty one. */
    static TakenBody find(RoutingContext context) {
        TakenBody taken = context.get(NAME);
        return taken == null ? new TakenBody(() -> {}) : taken;
    }

    /** Whether the work may begin; not when the request has ended. */
    boolean workBegins() {
        return state.compareAndSet(State.TAKEN, State.WORKED_AT);
    }

    void workEnds() {
        giveBackIf(State.WORKED_AT);
    }

    /** It was answered, or its caller has left. */
    void requestEnds() {
        giveBackIf(State.TAKEN);
    }

    private void giveBackIf(State before) {
        if (state.compareAndSet(before, State.GIVEN_BACK)) {
            giveBack.run();
        }
    }
}
