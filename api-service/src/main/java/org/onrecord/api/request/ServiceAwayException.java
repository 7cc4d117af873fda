package org.onrecord.api.request;

/** The broker or the scraper cannot be reached; nothing was taken, and sending it again does no harm. */
public final class ServiceAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServiceAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
