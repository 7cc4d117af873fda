package org.onrecord.api.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Rows that are inserted at once, each column as an array. Not thread-safe. */
final class Columns {

    private final Class<?>[] types;
    private final List<List<Object>> columns;

    /** @param types of the columns' values */
    Columns(Class<?>... types) {
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
    void insert(Handle handle, String sql, Object... common) {
        if (columns.getFirst().isEmpty()) {
            return;
        }
        try (Update insert = handle.createUpdate(sql)) {
            for (int i = 0; i < common.length; i++) {
                insert.bind(i, common[i]);
            }
            for (int i = 0; i < types.length; i++) {
                insert.bindArray(common.length + i, types[i], columns.get(i));
            }
            insert.execute();
        }
    }
}
