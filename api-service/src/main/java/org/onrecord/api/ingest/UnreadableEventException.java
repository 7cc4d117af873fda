package org.onrecord.api.ingest;

/** A record that is no event of its topic: not JSON, not of its shape, or contradicting itself. */
final class UnreadableEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
