package org.onrecord.nlp.line;

/** A record that is no article event: not JSON, not of its shape, or without what every article has. */
final class UnreadableEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
