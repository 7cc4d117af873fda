package org.onrecord.scraper.source;

/** There is no such source. */
public final class UnknownSourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownSourceException() {
        super("No source has this id; GET /v1/sources lists those there are.");
    }
}
