package org.onrecord.scraper.source;

/** It is no source, or no change of one; the message says what to send instead. */
public final class RejectedSourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message for whoever sent it: what to send instead */
    public RejectedSourceException(String message) {
        super(message);
    }
}
