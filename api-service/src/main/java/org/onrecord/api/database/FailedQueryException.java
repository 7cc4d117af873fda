package org.onrecord.api.database;

import java.io.Serial;
import java.sql.SQLException;

/** A query failed; the cause says whether the database is away or the query is wrong. */
public final class FailedQueryException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    public FailedQueryException(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
