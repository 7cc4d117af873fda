package org.onrecord.chassis.problem;

import java.io.Serial;
import java.util.List;

/** Ends a request with a problem document. */
public final class ProblemException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final ProblemType type;
    private final transient List<InvalidValue> errors;

    /**
     * @param type what is wrong
     * @param detail what the caller can do about it
     */
    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    private ProblemException(ProblemType type, String detail, List<InvalidValue> errors) {
        super(detail);
        this.type = type;
        this.errors = errors;
    }

    /** Ends the request with 400: a parameter, or a field of the body, is not what it must be. */
    public static ProblemException invalid(String name, String message) {
        return invalid(List.of(new InvalidValue(name, message)));
    }

    /** Ends the request with 400, naming each value that is wrong. */
    public static ProblemException invalid(List<InvalidValue> errors) {
        return new ProblemException(ProblemType.INVALID_PARAMETERS, errors.toString(), errors);
    }

    /** What is wrong. */
    public ProblemType type() {
        return type;
    }

    Problem problem(String instance) {
        return errors.isEmpty() ? Problem.of(type, getMessage(), instance) : Problem.of(errors, instance);
    }
}
