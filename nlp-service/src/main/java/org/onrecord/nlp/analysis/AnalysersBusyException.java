package org.onrecord.nlp.analysis;

/** Every worker is busy, and none came free while the caller waited. */
public final class AnalysersBusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AnalysersBusyException() {
        super("every analyser is busy");
    }
}
