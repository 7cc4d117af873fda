package org.onrecord.api.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.postgresql.PGStatement;

/** A statement that is put together clause by clause, each with its arguments; values never become part of the text. */
public final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> arguments = new ArrayList<>();
    private boolean skewed;

    /**
     * @param clause a constant of the code, with a question mark for each argument
     * @param values String, Number, Boolean, UUID, Instant, or a collection of UUIDs for an array
     */
    public Sql add(String clause, Object... values) {
        text.append(clause).append('\n');
        arguments.addAll(List.of(values));
        return this;
    }

    /**
     * Says that its plan depends on its arguments: one speaks a hundred thousand times and most speak once, and a plan that
     * is made without looking is wrong for one of them.
     */
    public Sql skewed() {
        skewed = true;
        return this;
    }

    /** Appends another statement, as a part of this one. */
    public Sql add(Sql part) {
        text.append(part.text);
        arguments.addAll(part.arguments);
        skewed |= part.skewed;
        return this;
    }

    String text() {
        return text.toString();
    }

    void bind(PreparedStatement statement) throws SQLException {
        if (skewed) {
            // Never a named statement, which after some uses has a plan for all arguments.
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
        for (int i = 0; i < arguments.size(); i++) {
            Object argument = arguments.get(i);
            switch (argument) {
                case Instant instant -> statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
                case Collection<?> ids ->
                    statement.setArray(i + 1, statement.getConnection().createArrayOf("uuid", ids.toArray()));
                default -> statement.setObject(i + 1, argument);
            }
        }
    }
}
