package org.onrecord.chassis.event;

/** A record that is no event of its topic: not JSON, not of its shape, or contradicting itself. A long message is cut short. */
public final class UnreadableEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableEventException(String message) {
        this(message, null);
    }

    public UnreadableEventException(String message, Throwable cause) {
        super(BriefText.of(message), cause);
    }
}
