package org.onrecord.api.ingest;

/**
 * The service stops before an event could be stored. The event is neither acknowledged nor put aside, so that whoever
 * takes over its partition is given it again.
 */
final class StoppingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoppingException(InterruptedException cause) {
        super("the service stops before the event was stored", cause);
    }
}
