package org.onrecord.nlp.analysis;

/** One article could not be read, through a fault of the readers; another article may well be. */
public class AnalysisFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AnalysisFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
