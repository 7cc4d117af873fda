package org.onrecord.scraper.frontier;

/** The record can never be taken; it belongs on the dead-letter topic. */
final class UnreadableRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableRequestException(String message, Throwable cause) {
        super(message, cause);
    }
}
