package org.onrecord.nlp.analysis;

import java.time.Duration;

/** The reading of one article took longer than it may; trying again is useless. */
public final class AnalysisTimedOutException extends AnalysisFailedException {
    private static final long serialVersionUID = 1L;

    AnalysisTimedOutException(Duration limit) {
        super("the analysis took longer than " + limit.toSeconds() + " s", null);
    }
}
