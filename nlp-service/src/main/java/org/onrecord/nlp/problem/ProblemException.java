package org.onrecord.nlp.problem;

/** A request that cannot be answered, for a cause the caller can act on. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;

    /** @param detail what is wrong and what to do about it */
    public ProblemException(ProblemType type, String detail) {
        super(detail);
        this.type = type;
    }

    ProblemType type() {
        return type;
    }
}
