package org.onrecord.api.database;

import java.sql.SQLException;

/** Makes an answer of a row. */
@FunctionalInterface
public interface RowReader<T> {

    T read(Row row) throws SQLException;
}
