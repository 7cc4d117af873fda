package org.onrecord.api.access;

/** The provider does not say with which keys it signs. */
final class ProviderAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProviderAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
