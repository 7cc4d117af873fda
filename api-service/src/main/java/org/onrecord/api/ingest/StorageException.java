package org.onrecord.api.ingest;

import java.sql.SQLException;

/** The database refused, or is away; {@link org.onrecord.chassis.event.Patience#passes} tells which. */
final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StorageException(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
