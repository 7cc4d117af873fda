package org.onrecord.api.problem;

import java.io.Serial;
import java.util.List;

/** Ends a request with a problem document. */
public final class ProblemException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final Problem.Cause cause;
    private final transient List<InvalidValue> errors;

    /**
     * @param cause what is wrong
     * @param detail what the caller can do about it
     */
    public ProblemException(Problem.Cause cause, String detail) {
        this(cause, detail, List.of());
    }

    private ProblemException(Problem.Cause cause, String detail, List<InvalidValue> errors) {
        super(detail);
        this.cause = cause;
        this.errors = errors;
    }

    /** Ends the request with 400: a parameter, or a field of the body, is not what it must be. */
    public static ProblemException invalid(String name, String message) {
        return invalid(List.of(new InvalidValue(name, message)));
    }

    /** Ends the request with 400, naming each value that is wrong. */
    public static ProblemException invalid(List<InvalidValue> errors) {
        return new ProblemException(Problem.Cause.INVALID_PARAMETERS, errors.toString(), errors);
    }

    Problem.Cause problem() {
        return cause;
    }

    List<InvalidValue> errors() {
        return errors;
    }
}
