package org.onrecord.chassis.backing;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;

/** Whose fault the failure of a statement is, by SQLSTATE (PostgreSQL manual, appendix A). */
public enum DatabaseTrouble {
    /** There is no connection, or a lost one; the server is starting, stopping or full, or lets this user in no longer. */
    AWAY,
    /** It was cancelled, since it took too long. */
    TOO_SLOW,
    /** The server takes no writes, but answers questions: its disk is full, or it is read-only. */
    READ_ONLY,
    /** Another transaction was in the way, its tables are not there yet, or it had a fault of its own. */
    PASSING,
    /** A value is none that a row can hold, such as a text with a NUL character: it never will be. */
    BAD_DATA,
    /** Anything else: the statement, or what it was given, is wrong. */
    OTHER;

    private static final String QUERY_CANCELLED = "57014";
    /** A disk that is full; a transaction that is read-only, by a setting or on a standby. */
    private static final Set<String> NO_WRITES = Set.of("53100", "25006");
    /** A schema, a table or a right that is not there (yet): its migration has not ended, or its owner has not granted it. */
    private static final Set<String> MISSING = Set.of("3F000", "42P01", "42501");
    /** A character that no text of PostgreSQL has. */
    private static final Set<String> UNSTORABLE = Set.of("22021", "22P05");

    private static final int DEEPEST_CAUSE = 20;

    /** Of a failure or what caused it; {@link #OTHER} where no database had a part in it. */
    public static DatabaseTrouble of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof SQLException sql) {
                return of(sql);
            }
            cause = cause.getCause();
        }
        return OTHER;
    }

    private static DatabaseTrouble of(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            return isOfThePool(failure) ? AWAY : OTHER;
        }
        if (state.equals(QUERY_CANCELLED)) {
            return TOO_SLOW;
        }
        if (NO_WRITES.contains(state)) {
            return READ_ONLY;
        }
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "08", "28", "53", "57" -> AWAY;
            case "25", "40", "55", "58", "XX" -> PASSING;
            default -> MISSING.contains(state) ? PASSING : UNSTORABLE.contains(state) ? BAD_DATA : OTHER;
        };
    }

    /** Whether time mends it: the same may be tried again. */
    public boolean passes() {
        return this == AWAY || this == TOO_SLOW || this == READ_ONLY || this == PASSING;
    }

    /** The connection pool gave up waiting: its exceptions carry no state. */
    private static boolean isOfThePool(SQLException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure instanceof SQLTransientException
                || trace.length > 0 && trace[0].getClassName().startsWith("io.agroal.");
    }
}
