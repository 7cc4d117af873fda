package org.onrecord.database;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.onrecord.chassis.backing.DatabaseTrouble;
import org.onrecord.chassis.problem.KnownFailures;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;

/** What a request ends with whose statement failed by no fault of the service. */
@ApplicationScoped
class DatabaseFailures implements KnownFailures {

    @Override
    public Optional<ProblemException> problem(Throwable failure) {
        return switch (DatabaseTrouble.of(failure)) {
            case AWAY, PASSING ->
                problem(ProblemType.DATABASE_AWAY, "Try again in some seconds; trying twice does no harm.");
            case READ_ONLY ->
                problem(
                        ProblemType.DATABASE_AWAY,
                        "It takes nothing new: it is read-only, or its disk is full. Questions are answered; send this again"
                                + " in some minutes, trying twice does no harm.");
            case TOO_SLOW ->
                problem(ProblemType.TOO_SLOW, "Narrow the question, by from and to for example, or ask again later.");
            case BAD_DATA -> problem(ProblemType.BAD_REQUEST, "Send no characters that no text has, such as NUL.");
            case OTHER -> Optional.empty();
        };
    }

    private static Optional<ProblemException> problem(ProblemType type, String detail) {
        return Optional.of(new ProblemException(type, detail));
    }
}
