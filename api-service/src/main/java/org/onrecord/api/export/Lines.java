package org.onrecord.api.export;

import java.io.IOException;
import java.sql.SQLException;

import org.onrecord.api.database.Row;

/** Writes quotes, a line each. */
interface Lines {

    /** What comes before the first line. */
    void begin() throws IOException;

    /** @param cursor where to go on after this line */
    void write(Row quote, String cursor) throws SQLException, IOException;

    void end() throws IOException;
}
