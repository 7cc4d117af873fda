package org.onrecord.api.access;

/** As many keys or tokens wait to be checked as may. */
final class TooManyWaitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyWaitException() {
        super("as many keys and tokens wait to be checked as may");
    }

    TooManyWaitException(Throwable cause) {
        super("as many keys and tokens wait to be checked as may", cause);
    }
}
