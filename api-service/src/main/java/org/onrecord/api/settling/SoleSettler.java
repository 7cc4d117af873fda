package org.onrecord.api.settling;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Of all replicas one at a time settles a kind: the one whose transaction holds its lock. */
public final class SoleSettler {

    private SoleSettler() {}

    /**
     * Takes the lock until the transaction ends, if nobody has it.
     *
     * @param number of the kind; nothing else in the database locks by it
     * @return whether it was free
     */
    public static boolean isFree(Connection connection, long number) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, number);
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
