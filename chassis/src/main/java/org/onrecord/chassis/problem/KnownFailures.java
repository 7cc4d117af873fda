package org.onrecord.chassis.problem;

import java.util.Optional;

/** A bean that knows failures by their cause, such as a database that is away, whatever exception they come in. */
public interface KnownFailures {

    /** What a request ends with that failed so; empty if it is no failure of the kind that is known here. */
    Optional<ProblemException> problem(Throwable failure);
}
