package org.onrecord.api.export;

import java.io.IOException;

import org.jdbi.v3.core.result.RowView;

/** Writes quotes, a line each. */
interface Lines {

    /** What comes before the first line. */
    void begin() throws IOException;

    /** @param cursor where to go on after this line */
    void write(RowView quote, String cursor) throws IOException;

    void end() throws IOException;
}
