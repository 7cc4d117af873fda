package org.onrecord.scraper.database;

import java.sql.SQLException;

/** The database did not do what it was asked for; asking again later is safe. */
public final class DatabaseAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseAwayException(SQLException cause) {
        super("the scraper's database: " + cause.getMessage(), cause);
    }
}
