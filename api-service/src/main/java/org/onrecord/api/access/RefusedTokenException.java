package org.onrecord.api.access;

/** A token that the provider did not give, or not for this, or no longer. The message says which. */
final class RefusedTokenException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedTokenException(String message) {
        super(message);
    }

    RefusedTokenException(String message, Throwable cause) {
        super(message, cause);
    }
}
