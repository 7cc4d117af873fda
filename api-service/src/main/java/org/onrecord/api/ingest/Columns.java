package org.onrecord.api.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rows that are inserted at once, each column as an array. Not thread-safe. */
final class Columns {

    private final String[] types;
    private final List<List<Object>> columns;

    /** @param types of PostgreSQL */
    Columns(String... types) {
        this.types = types;
        this.columns =
                Stream.of(types).<List<Object>>map(type -> new ArrayList<>()).toList();
    }

    /** @param values a row's, one for each column */
    void add(Object... values) {
        for (int i = 0; i < values.length; i++) {
            columns.get(i).add(values[i]);
        }
    }

    /**
     * Inserts them, if there are any.
     *
     * @param sql takes first what all rows have in common, and then the columns
     */
    void insert(Connection connection, String sql, Object... common) throws SQLException {
        if (columns.getFirst().isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < common.length; i++) {
                statement.setObject(i + 1, common[i]);
            }
            for (int i = 0; i < types.length; i++) {
                statement.setArray(
                        common.length + i + 1,
                        connection.createArrayOf(types[i], columns.get(i).toArray()));
            }
            statement.executeUpdate();
        }
    }
}
