package org.onrecord.api.importing;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** What was brought along, in the database. Thread-safe; each call is one transaction. */
@ApplicationScoped
class Imports {
    private static final int MOST_PROBLEMS = 100;
    private static final String ARTICLE = "extracted";

    private static final String INSERT = """
            INSERT INTO import_line (import_id, line, request_id, state, body, detail) VALUES (?, ?, ?, ?, ?, ?)
            """;

    /** Whoever is killed meanwhile leaves a line that is due again after the term. */
    private static final String LEASE = """
            UPDATE import_line SET due_at = now() + ? * interval '1 ms'
            FROM (SELECT import_id AS id, line AS number FROM import_line
                  WHERE state = 'waiting' AND due_at <= now() ORDER BY due_at, import_id, line LIMIT ?
                  FOR UPDATE SKIP LOCKED) AS due
            WHERE import_id = due.id AND line = due.number
            RETURNING import_id, line, request_id, body
            """;

    private static final String END = """
            UPDATE import_line SET state = ?, body = NULL, reason = ?, detail = ? WHERE import_id = ? AND line = ?
            """;

    /** Nothing goes on any more of a body that is not received to its end. */
    private static final String FIND = """
            SELECT received_at, CASE WHEN state = 'receiving' AND touched_at < now() - interval '10 minutes' THEN 'cut-off'
                ELSE state END AS state
            FROM import WHERE id = ?
            """;

    private static final String COUNT = """
            SELECT state, reason, count(*) AS lines FROM import_line WHERE import_id = ? GROUP BY state, reason
            ORDER BY state, reason
            """;

    private static final String PROBLEMS = """
            SELECT line, state, reason, detail FROM import_line
            WHERE import_id = ? AND (state = 'broken' OR reason <> ?) ORDER BY line LIMIT ?
            """;

    private static final String FORGET = """
            DELETE FROM import WHERE touched_at < now() - ? * interval '1 ms' AND NOT EXISTS (
                SELECT 1 FROM import_line WHERE import_id = id AND state = 'waiting')
            """;

    private final Jdbi jdbi;

    Imports(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** How a line ends, or begins. */
    enum State {
        WAITING("waiting"),
        DONE("done"),
        KNOWN("known"),
        BROKEN("broken");

        private final String label;

        State(String label) {
            this.label = label;
        }
    }

    /**
     * A line as it came in.
     *
     * @param requestId of one that waits
     * @param text of one that waits
     * @param fault of one that is broken
     */
    record NewLine(long number, Optional<UUID> requestId, Optional<String> text, Optional<String> fault) {
        static NewLine waiting(long number, String text) {
            return new NewLine(number, Optional.of(LineReader.requestId(text)), Optional.of(text), Optional.empty());
        }

        static NewLine broken(long number, String fault) {
            return new NewLine(number, Optional.empty(), Optional.empty(), Optional.of(fault));
        }
    }

    /** A line that is to be read now, for as long as the lease lasts. */
    record DueLine(UUID importId, long number, UUID requestId, String text) {}

    UUID begin() {
        UUID id = UUID.randomUUID();
        jdbi.useHandle(handle -> handle.execute("INSERT INTO import (id) VALUES (?)", id));
        return id;
    }

    void add(UUID id, List<NewLine> lines) {
        jdbi.useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch(INSERT);
            for (NewLine line : lines) {
                State state = line.fault().isPresent() ? State.BROKEN : State.WAITING;
                batch.add(
                        id,
                        line.number(),
                        line.requestId().orElse(null),
                        state.label,
                        line.text().orElse(null),
                        line.fault().orElse(null));
            }
            if (!lines.isEmpty()) {
                batch.execute();
            }
            handle.execute("UPDATE import SET touched_at = now() WHERE id = ?", id);
        });
    }

    /** @param whole whether its body came to its end */
    void end(UUID id, boolean whole) {
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE import SET state = ?, touched_at = now() WHERE id = ?", whole ? "received" : "cut-off", id));
    }

    List<DueLine> lease(int most, Duration term) {
        return jdbi.withHandle(handle -> handle.select(LEASE, term.toMillis(), most)
                .map(row -> new DueLine(
                        row.getColumn("import_id", UUID.class),
                        row.getColumn("line", Long.class),
                        row.getColumn("request_id", UUID.class),
                        row.getColumn("body", String.class)))
                .list());
    }

    void end(DueLine line, State state, @Nullable String reason, @Nullable String detail) {
        jdbi.useHandle(handle -> handle.execute(END, state.label, reason, detail, line.importId(), line.number()));
    }

    void putOff(DueLine line, Duration wait) {
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE import_line SET due_at = now() + ? * interval '1 ms' WHERE import_id = ? AND line = ?",
                wait.toMillis(),
                line.importId(),
                line.number()));
    }

    void forget(Duration age) {
        jdbi.useHandle(handle -> handle.execute(FORGET, age.toMillis()));
    }

    Optional<ImportStatus> find(UUID id) {
        return jdbi.inTransaction(handle -> handle.select(FIND, id)
                .map(row -> {
                    long waiting = 0;
                    long known = 0;
                    long broken = 0;
                    long lines = 0;
                    Map<String, Long> became = new LinkedHashMap<>();
                    for (Counted counted : handle.select(COUNT, id)
                            .map(each -> new Counted(
                                    each.getColumn("state", String.class),
                                    each.getColumn("reason", String.class),
                                    each.getColumn("lines", Long.class)))
                            .list()) {
                        lines += counted.lines();
                        switch (counted.state()) {
                            case "waiting" -> waiting += counted.lines();
                            case "known" -> known += counted.lines();
                            case "broken" -> broken += counted.lines();
                            default ->
                                became.merge(
                                        counted.reason() == null ? "requested" : counted.reason(),
                                        counted.lines(),
                                        Long::sum);
                        }
                    }
                    List<ImportStatus.LineProblem> problems = handle.select(PROBLEMS, id, ARTICLE, MOST_PROBLEMS)
                            .map(each -> new ImportStatus.LineProblem(
                                    each.getColumn("line", Long.class),
                                    Optional.ofNullable(each.getColumn("reason", String.class))
                                            .orElse("broken"),
                                    each.getColumn("detail", String.class)))
                            .list();
                    String body = row.getColumn("state", String.class);
                    return new ImportStatus(
                            id,
                            body.equals("received") ? waiting > 0 ? "reading" : "done" : body,
                            row.getColumn("received_at", Instant.class),
                            lines,
                            waiting,
                            known,
                            broken,
                            became,
                            problems);
                })
                .findOne());
    }

    private record Counted(String state, @Nullable String reason, long lines) {}
}
