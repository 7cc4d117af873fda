package org.onrecord.api.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import jakarta.annotation.Nullable;

/** One row of an answer, by column name. Not for use after the query. */
public final class Row {

    private final ResultSet row;

    Row(ResultSet row) {
        this.row = row;
    }

    public String text(String column) throws SQLException {
        return row.getString(column);
    }

    /** Null where the column is. */
    public @Nullable StoredJson json(String column) throws SQLException {
        return StoredJson.of(row.getString(column));
    }

    public UUID id(String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public long number(String column) throws SQLException {
        return row.getLong(column);
    }

    public double decimal(String column) throws SQLException {
        return row.getDouble(column);
    }

    public boolean flag(String column) throws SQLException {
        return row.getBoolean(column);
    }

    /** Null where the column is. */
    public @Nullable Instant time(String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** A constant by its name on the wire. */
    public <E extends Enum<E>> E constant(String column, Class<E> type) throws SQLException {
        return WireName.constant(text(column), type);
    }
}
