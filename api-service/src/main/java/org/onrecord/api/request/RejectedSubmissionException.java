package org.onrecord.api.request;

/** What was sent is nothing that can be read; the message says what to send. */
public final class RejectedSubmissionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RejectedSubmissionException(String message) {
        super(message);
    }
}
