package org.onrecord.scraper.publish;

/** The broker did not acknowledge in time. What was published may still arrive; publishing it again is safe. */
public final class BrokerAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokerAwayException(String message) {
        super(message);
    }

    BrokerAwayException(Throwable cause) {
        super("the broker did not acknowledge in time", cause);
    }
}
