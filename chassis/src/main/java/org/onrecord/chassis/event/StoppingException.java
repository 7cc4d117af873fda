package org.onrecord.chassis.event;

/**
 * The service stops, and the work with it. Nothing is wrong: the event is not acknowledged, and whoever takes over its
 * partition is given it again.
 */
public final class StoppingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoppingException(InterruptedException cause) {
        super("the service stops before the event was taken", cause);
    }
}
