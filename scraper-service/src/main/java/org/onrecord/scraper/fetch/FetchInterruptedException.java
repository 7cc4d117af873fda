package org.onrecord.scraper.fetch;

/** Whoever waited for a host's turn or its answer was told to stop: that says nothing of the host. */
public final class FetchInterruptedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FetchInterruptedException(InterruptedException cause) {
        super("interrupted while waiting for a host's turn", cause);
    }

    FetchInterruptedException() {
        super("interrupted while waiting for a host's answer");
    }
}
