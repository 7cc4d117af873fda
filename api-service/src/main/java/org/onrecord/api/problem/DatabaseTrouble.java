package org.onrecord.api.problem;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.onrecord.chassis.problem.KnownFailures;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;

/** Which failures of a query are the database's and not the query's, by SQLSTATE (PostgreSQL manual, appendix A). */
@ApplicationScoped
class DatabaseTrouble implements KnownFailures {

    private static final String QUERY_CANCELLED = "57014";
    private static final int DEEPEST_CAUSE = 20;

    @Override
    public Optional<ProblemException> problem(Throwable failure) {
        if (isAway(failure)) {
            return Optional.of(new ProblemException(ProblemType.DATABASE_AWAY, "Ask again in some seconds."));
        }
        if (isTooSlow(failure)) {
            return Optional.of(new ProblemException(
                    ProblemType.TOO_SLOW, "Narrow the question, by from and to for example, or ask again later."));
        }
        return Optional.empty();
    }

    /** No connection, a lost one, a server that is starting, stopping or full. */
    static boolean isAway(Throwable failure) {
        SQLException sql = sqlException(failure);
        if (sql == null) {
            return false;
        }
        String state = sql.getSQLState();
        if (state == null) {
            // The connection pool gave up waiting: its exceptions carry no state.
            return sql instanceof SQLTransientException || sql.getStackTrace().length > 0 && isOfThePool(sql);
        }
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
    }

    static boolean isTooSlow(Throwable failure) {
        SQLException sql = sqlException(failure);
        return sql != null && QUERY_CANCELLED.equals(sql.getSQLState());
    }

    private static boolean isOfThePool(SQLException sql) {
        return sql.getStackTrace()[0].getClassName().startsWith("io.agroal.");
    }

    private static SQLException sqlException(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
            cause = cause.getCause();
        }
        return null;
    }
}
