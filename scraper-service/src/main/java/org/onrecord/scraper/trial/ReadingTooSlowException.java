package org.onrecord.scraper.trial;

import java.time.Duration;

/** What was to be read takes longer than is allowed; it would again. */
public final class ReadingTooSlowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReadingTooSlowException(Duration limit) {
        super("Reading it takes more than %d s, the most that one page may take.".formatted(limit.toSeconds()));
    }
}
