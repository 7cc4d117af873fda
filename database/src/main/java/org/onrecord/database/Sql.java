package org.onrecord.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.postgresql.PGStatement;

/**
 * A question that is put together clause by clause, each with its arguments; values never become part of the text. Not
 * thread-safe.
 */
public final class Sql {

    private static final StatementCustomizer NEVER_NAMED = new StatementCustomizer() {
        @Override
        public void beforeExecution(PreparedStatement statement, StatementContext context) throws SQLException {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
    };

    private final StringBuilder text = new StringBuilder();
    private final List<Object> arguments = new ArrayList<>();
    private boolean skewed;

    /**
     * @param clause a constant of the code, with a question mark for each argument
     * @param values String, Number, Boolean, UUID, Instant, byte[], or a collection of UUIDs, or of Strings, for an array
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

    Query in(Handle handle) {
        Query query = handle.createQuery(text.toString());
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i) instanceof Collection<?> many) {
                boolean texts = many.stream().allMatch(String.class::isInstance) && !many.isEmpty();
                query.bindArray(i, texts ? String.class : UUID.class, many);
            } else {
                query.bind(i, arguments.get(i));
            }
        }
        // A named statement has a plan for all arguments after some uses.
        return skewed ? query.addCustomizer(NEVER_NAMED) : query;
    }
}
