package org.onrecord.scraper.submission;

/** The submission is no submission; the message says what to send instead. */
public final class RejectedSubmissionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RejectedSubmissionException(String message) {
        super(message);
    }
}
