package org.onrecord.scraper.frontier;

import java.sql.SQLException;

/** The frontier's database did not do what it was asked for; asking again later is safe. */
public final class FrontierAwayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FrontierAwayException(SQLException cause) {
        super("the frontier's database: " + cause.getMessage(), cause);
    }
}
