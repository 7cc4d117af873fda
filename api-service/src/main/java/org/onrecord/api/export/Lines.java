package org.onrecord.api.export;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/** Writes quotes, a line each. */
interface Lines {

    /** What comes before the first line. */
    void begin() throws IOException;

    /** @param cursor where to go on after this line */
    void write(ResultSet quote, String cursor) throws SQLException, IOException;

    void end() throws IOException;

    /** Null where the column is. */
    static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
