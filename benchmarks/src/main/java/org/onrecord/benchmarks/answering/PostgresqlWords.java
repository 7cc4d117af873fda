package org.onrecord.benchmarks.answering;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.ds.PGSimpleDataSource;

import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.agroal.pool.DataSource;

import org.onrecord.api.parameter.Period;
import org.onrecord.api.search.NewestFirst;
import org.onrecord.api.search.WordSearch;
import org.onrecord.database.DataAccess;
import org.onrecord.database.Database;
import org.onrecord.database.Sql;
import org.onrecord.local.server.EmbeddedPostgresql;

/** The database, asked by the API's own {@link NewestFirst} over tables that have what words and speakers are found by. */
final class PostgresqlWords implements WordEngines.Engine {

    /** As wide as that of the API, with its indexes for these questions. */
    private static final List<String> TABLES = List.of(
            """
            CREATE FUNCTION year_and_month(at timestamptz) RETURNS integer[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
            RETURN ARRAY[extract(year FROM at AT TIME ZONE 'UTC')::integer,
                (extract(year FROM at AT TIME ZONE 'UTC') * 100 + extract(month FROM at AT TIME ZONE 'UTC'))::integer]""",
            "CREATE FUNCTION plain_letters(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN words",
            """
            CREATE TABLE quote (quote_id uuid, text text, context jsonb, spans jsonb, cue jsonb, speaker jsonb, search tsvector,
                current boolean, dated_at timestamptz)""",
            "CREATE TABLE quote_name (quote_id uuid, role text, key text, dated_at timestamptz)",
            "CREATE UNLOGGED TABLE made (quote_id uuid, text text, context text, speaker text, dated_at timestamptz)");

    private static final List<String> INDEXES = List.of(
            "CREATE INDEX quote_by_id ON quote (quote_id)",
            "CREATE INDEX quote_by_date ON quote (dated_at DESC, quote_id DESC) WHERE current",
            "CREATE INDEX quote_search_by_month ON quote USING gin (search, year_and_month(dated_at)) WHERE current",
            "CREATE INDEX quote_name_by_date ON quote_name (role, key, dated_at DESC, quote_id DESC)");

    private static final String ROWS = """
            INSERT INTO quote SELECT quote_id, '“' || text || '”', jsonb_build_object('field', 'text', 'start', 0, 'end', 200, 'text', context),
                '[{"field": "text", "start": 0, "end": 60}]', '{"span": {"field": "text", "start": 61, "end": 65}, "surface": "said"}',
                jsonb_build_object('surface', speaker, 'name', speaker, 'roles', '["minister"]'::jsonb),
                to_tsvector('english', text), true, dated_at
            FROM made""";

    private static final String BY_SPEAKER = """
            SELECT q.quote_id FROM quote_name n JOIN quote q ON q.quote_id = n.quote_id AND q.dated_at = n.dated_at
            WHERE n.role = 'speaker' AND n.key = 'name 0' AND q.current AND q.search @@ to_tsquery('english', ?)
            ORDER BY n.dated_at DESC, n.quote_id DESC LIMIT ?""";

    private static final int AT_ONCE = 50_000;
    private static final int CONNECTIONS = 8;
    /** Of the fields behind the name. */
    private static final int CPU_FIRST = 11;

    private static final int CPU_FIELDS = 4;
    private static final long TICK_NANOS = 10_000_000;

    private final EmbeddedPostgresql server;
    private final Jdbi jdbi;
    private final Database database;
    private final NewestFirst newestFirst;

    PostgresqlWords(EmbeddedPostgresql server) throws SQLException {
        this.server = server;
        this.jdbi = DataAccess.over(new DataSource(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(CONNECTIONS)
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(server.jdbcUrl())
                                .connectionProviderClass(org.postgresql.Driver.class)
                                .principal(new NamePrincipal(server.user()))
                                .credential(new SimplePassword(server.password()))))
                .get()));
        this.database = new Database(jdbi);
        this.newestFirst = new NewestFirst(database);
        execute(TABLES);
    }

    @Override
    public void fill(int from, int to) throws SQLException {
        execute(List.of("DROP INDEX IF EXISTS quote_by_id, quote_by_date, quote_search_by_month, quote_name_by_date"));
        for (int at = from; at < to; at += AT_ONCE) {
            copy(at, Math.min(to, at + AT_ONCE));
        }
        execute(INDEXES);
        execute(List.of("VACUUM ANALYZE", "CHECKPOINT"));
    }

    private void copy(int from, int to) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY made FROM STDIN");
            for (int number = from; number < to; number++) {
                MadeUpQuote quote = MadeUpQuote.of(number);
                byte[] row = String.join(
                                "\t",
                                quote.id().toString(),
                                quote.text(),
                                quote.context(),
                                "name " + quote.speaker(),
                                quote.date().toString() + "\n")
                        .getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(row, 0, row.length);
            }
            copy.endCopy();
            statement.execute(ROWS);
            statement.execute("INSERT INTO quote_name SELECT quote_id, 'speaker', speaker, dated_at FROM made");
            statement.execute("TRUNCATE made");
        }
    }

    @Override
    public long ask(WordEngines.Question question) {
        String words = String.join(question.isPhrase() ? " <-> " : " & ", question.words());
        if (question.isCount()) {
            return database.first(
                            new Sql()
                                    .skewed()
                                    .add(
                                            "SELECT count(*) AS all FROM quote q WHERE q.current AND q.search @@ to_tsquery('english', ?)",
                                            words),
                            row -> row.getColumn("all", Long.class))
                    .orElseThrow();
        }
        if (question.isBySpeaker()) {
            return database.list(
                            new Sql().skewed().add(BY_SPEAKER, words, WordEngines.PAGE),
                            row -> row.getColumn("quote_id", UUID.class))
                    .size();
        }
        WordSearch search = new WordSearch(
                "q.quote_id",
                "q.dated_at",
                "FROM quote q WHERE q.current",
                new Sql().add("AND q.search @@ " + WordSearch.WORDS, words),
                new Period(Optional.empty(), Optional.empty()));
        return newestFirst
                .page(search, Optional.empty(), WordEngines.PAGE)
                .page(ids -> ids, last -> "")
                .items()
                .size();
    }

    @Override
    public void takeDown(int quote) {
        jdbi.useHandle(handle -> handle.execute(
                "DELETE FROM quote WHERE quote_id = ?", MadeUpQuote.of(quote).id()));
    }

    /** Of the server's processes, those that have ended included (proc(5), stat, utime to cstime); in steps of 10 ms. */
    @Override
    public long cpuElsewhere() throws IOException {
        long ticks = 0;
        ProcessHandle server = ProcessHandle.of(this.server.pid()).orElseThrow();
        for (ProcessHandle process :
                Stream.concat(Stream.of(server), server.children()).toList()) {
            try {
                String stat = Files.readString(Path.of("/proc", "" + process.pid(), "stat"));
                String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                for (int field = CPU_FIRST; field < CPU_FIRST + CPU_FIELDS; field++) {
                    ticks += Long.parseLong(fields[field]);
                }
            } catch (NoSuchFileException ended) {
                // It is among what its parent has waited for.
            }
        }
        return ticks * TICK_NANOS;
    }

    @Override
    public String size() {
        return jdbi.withHandle(handle -> handle.select("""
                        SELECT format('rows %s, index of words %s', pg_size_pretty(pg_table_size('quote')),
                            pg_size_pretty(pg_relation_size('quote_search_by_month')))""").mapTo(String.class).one());
    }

    private void execute(List<String> statements) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET maintenance_work_mem = '1GB'");
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private Connection connection() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.jdbcUrl());
        source.setUser(server.user());
        source.setPassword(server.password());
        return source.getConnection();
    }
}
