package org.onrecord.database;

import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.statement.TemplateEngine;

/**
 * Jdbi as this project uses it. Rows are read by functions, never by reflection, so that native executables need nothing.
 * Arrays go to PostgreSQL as one value each; constants of an enum have the names that they have in events.
 */
@Singleton
public final class DataAccess {

    DataAccess() {}

    @Produces
    @Singleton
    Jdbi jdbi(DataSource source) {
        return over(source);
    }

    /** Without a container, for commands and tests. */
    public static Jdbi over(DataSource source) {
        return over((ConnectionFactory) source::getConnection);
    }

    /** Over connections that are made some way. */
    public static Jdbi over(ConnectionFactory connections) {
        Jdbi jdbi = Jdbi.create(connections);
        // SQL as it is written: the default looks for <names> to fill in, and comparisons have such signs too.
        jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
        // Messages end in logs; values stay out of them.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        // A transaction that was there before a handle is its beginner's to end.
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
        jdbi.registerArrayType(UUID.class, "uuid")
                .registerArrayType(String.class, "text")
                .registerArrayType(Integer.class, "integer")
                .registerArrayType(Long.class, "bigint")
                .registerArrayType(Double.class, "float8")
                .registerArrayType(Instant.class, "timestamptz");
        ArgumentFactory moments = DataAccess::moment;
        jdbi.registerArgument(moments);
        jdbi.registerColumnMapper(Instant.class, (row, column, context) -> moment(row, column));
        jdbi.registerColumnMapper(StoredJson.class, (row, column, context) -> StoredJson.of(row.getString(column)));
        jdbi.registerColumnMapper(new WireNameMapper());
        return jdbi;
    }

    /** With its type, which a {@code Timestamp} has not: a plan depends on what it is told of its arguments. */
    private static Optional<Argument> moment(Type type, Object value, ConfigRegistry config) {
        return value instanceof Instant moment
                ? Optional.of((position, statement, context) ->
                        statement.setObject(position, moment.atOffset(ZoneOffset.UTC)))
                : Optional.empty();
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
