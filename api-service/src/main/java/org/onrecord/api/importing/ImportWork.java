package org.onrecord.api.importing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;

import org.onrecord.api.importing.Imports.DueLine;
import org.onrecord.api.importing.Imports.State;
import org.onrecord.api.request.Requests;
import org.onrecord.chassis.backing.DatabaseTrouble;
import org.onrecord.chassis.event.BriefText;
import org.onrecord.chassis.loop.Loop;
import org.onrecord.chassis.loop.Loops;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;
import org.onrecord.database.Schema;

/**
 * Has the lines that wait read, a few at a time, however many replicas do the same. A line whose reading a kill cut short is read
 * again, which makes no second article.
 */
@ApplicationScoped
class ImportWork {
    private static final Logger LOG = Logger.getLogger(ImportWork.class);
    /** So many lines are in memory, and with the scraper, which has room for others beside them. */
    private static final int AT_ONCE = 4;
    /** Longer than a line is read, its scraper and its broker being slow; so long those wait that were cut short by a kill. */
    private static final Duration TERM = Duration.ofMinutes(1);

    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final Duration FORGET_EVERY = Duration.ofHours(1);
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final Imports imports;
    private final LineReader reader;
    private final Requests requests;
    private final Schema schema;
    private final Loops loops;
    private volatile Loop loop;
    private long forgot = System.nanoTime();

    ImportWork(Imports imports, LineReader reader, Requests requests, Schema schema, Loops loops) {
        this.imports = imports;
        this.reader = reader;
        this.requests = requests;
        this.schema = schema;
        this.loops = loops;
    }

    void start(@Observes StartupEvent started) {
        loop = loops.start("imports", turning -> turn());
    }

    /** Says that there are lines. */
    void wake() {
        Loop started = loop;
        if (started != null) {
            started.wake();
        }
    }

    private Duration turn() {
        if (!schema.isCurrent()) {
            return IDLE;
        }
        try {
            return readSome();
        } catch (RuntimeException e) {
            if (!DatabaseTrouble.of(e).passes()) {
                throw e;
            }
            return AGAIN;
        }
    }

    private Duration readSome() {
        if (System.nanoTime() - forgot > FORGET_EVERY.toNanos()) {
            forgot = System.nanoTime();
            imports.forget(REMEMBERED);
        }
        List<DueLine> lines = imports.lease(AT_ONCE, TERM);
        if (lines.isEmpty()) {
            return IDLE;
        }
        AtomicBoolean away = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (DueLine line : lines) {
                threads.execute(() -> {
                    if (!isEnded(line)) {
                        away.set(true);
                    }
                });
            }
        }
        return away.get() ? IDLE : Duration.ZERO;
    }

    /** Whether the line came to an end, and is not to be read again. */
    private boolean isEnded(DueLine line) {
        try {
            read(line);
            return true;
        } catch (ProblemException e) {
            if (e.type() != ProblemType.INVALID_SUBMISSION) {
                imports.putOff(line, AGAIN);
                return false;
            }
            imports.end(line, State.BROKEN, null, BriefText.of(e.getMessage()));
            return true;
        } catch (RuntimeException e) {
            if (!DatabaseTrouble.of(e).passes()) {
                LOG.errorf(e, "line not read, to be tried again, importId=%s line=%d", line.importId(), line.number());
            }
            // Its lease runs out.
            return false;
        }
    }

    private void read(DueLine line) {
        if (requests.has(line.requestId())) {
            imports.end(line, State.KNOWN, null, null);
            return;
        }
        try {
            imports.end(
                    line,
                    State.DONE,
                    requests.take(line.requestId(), reader.read(line.text())).orElse(null),
                    null);
        } catch (LineReader.BrokenLineException e) {
            imports.end(line, State.BROKEN, null, BriefText.of(e.getMessage()));
        }
    }
}
