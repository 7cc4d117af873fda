package org.onrecord.scraper.fetch;

/** Whoever waited for a host's turn was told to stop: nothing was asked for. */
public final class FetchInterruptedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FetchInterruptedException(InterruptedException cause) {
        super("interrupted while waiting for a host's turn", cause);
    }
}
