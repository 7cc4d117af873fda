package org.onrecord.api.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;

import org.onrecord.api.quote.Quote;
import org.onrecord.api.quote.QuoteQuery;
import org.onrecord.api.quote.QuoteRows;
import org.onrecord.chassis.loop.Loop;
import org.onrecord.chassis.loop.Loops;
import org.onrecord.database.Database;
import org.onrecord.database.Schema;

/** Reads the log when there is news, and tells every listener what answers its question. Thread-safe. */
@ApplicationScoped
class QuoteStream {

    /** Should a notification be lost, the log is read all the same. */
    private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(2);

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration FORGET_EVERY = Duration.ofHours(1);
    private static final int REMEMBERED_DAYS = 7;
    private static final int LINES_AT_ONCE = 200;
    /** Of events that a listener has not taken yet; one that is slower is cut off and can come back where it was. */
    private static final int WAITING = 1024;

    private final Schema schema;
    private final QuoteLogReader log;
    private final Database database;
    private final ObjectMapper json;
    private final Loops loops;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private volatile Loop loop;
    private volatile boolean stopping;
    private long beat = System.nanoTime();
    private long forgot = System.nanoTime() - FORGET_EVERY.toNanos();

    QuoteStream(Schema schema, QuoteLogReader log, Database database, ObjectMapper json, Loops loops) {
        this.loops = loops;
        this.schema = schema;
        this.log = log;
        this.database = database;
        this.json = json;
    }

    /**
     * A stream has no end of its own, and Quarkus tells of the shutdown only after it has waited for every answer; hence the
     * hook of the JVM. Listeners come back to another instance, to where they were.
     */
    void start(@Observes StartupEvent started) {
        loop = loops.start("quote-stream", this::tellNews);
        Runtime.getRuntime().addShutdownHook(new Thread(this::sendAway, "streams-end"));
    }

    void stop(@Observes ShutdownEvent shutdown) {
        sendAway();
    }

    private void sendAway() {
        stopping = true;
        wake();
        listeners.forEach(Listener::end);
    }

    /** Says that there is news. */
    void wake() {
        Loop started = loop;
        if (started != null) {
            started.wake();
        }
    }

    int listeners() {
        return listeners.size();
    }

    /** What answers a question after a position, for as long as it is listened to. */
    Multi<StreamEvent> after(LogPosition position, QuoteQuery query) {
        return Multi.createFrom()
                .emitter(
                        emitter -> {
                            Listener listener = new Listener(query, position, emitter);
                            emitter.onTermination(() -> listeners.remove(listener));
                            listeners.add(listener);
                            emitter.emit(new StreamEvent.Heartbeat());
                            wake();
                            // Who comes while all are sent away may not be among them.
                            if (stopping) {
                                listener.end();
                            }
                        },
                        WAITING);
    }

    private Duration tellNews(Loop turning) {
        if (!schema.isCurrent()) {
            return AT_LEAST_EVERY;
        }
        while (!stopping && tellAll()) {
            // There was more than is read at once.
        }
        if (System.nanoTime() - beat > HEARTBEAT.toNanos()) {
            beat = System.nanoTime();
            listeners.forEach(listener -> listener.tell(new StreamEvent.Heartbeat()));
        }
        if (System.nanoTime() - forgot > FORGET_EVERY.toNanos()) {
            forgot = System.nanoTime();
            log.forget(REMEMBERED_DAYS);
        }
        return stopping ? Loop.DONE : AT_LEAST_EVERY;
    }

    /** Whether somebody may have more to be told. */
    private boolean tellAll() {
        listeners.removeIf(Listener::isGone);
        Map<Listener.Group, List<Listener>> groups = listeners.stream().collect(Collectors.groupingBy(Listener::group));
        Map<LogPosition, List<QuoteLogReader.Line>> read = new HashMap<>();
        boolean more = false;
        for (List<Listener> group : groups.values()) {
            LogPosition position = group.getFirst().position();
            List<QuoteLogReader.Line> lines = read.computeIfAbsent(position, from -> log.after(from, LINES_AT_ONCE));
            if (!lines.isEmpty()) {
                tell(group, lines);
                more |= lines.size() == LINES_AT_ONCE;
            }
        }
        return more;
    }

    private void tell(List<Listener> group, List<QuoteLogReader.Line> lines) {
        Map<UUID, Quote> answers = database
                .list(
                        group.getFirst()
                                .query()
                                .among(lines.stream()
                                        .map(QuoteLogReader.Line::quoteId)
                                        .toList()),
                        QuoteRows::withArticle)
                .stream()
                .collect(Collectors.toMap(Quote::id, Function.identity(), (one, other) -> one));
        for (QuoteLogReader.Line line : lines) {
            Quote quote = answers.get(line.quoteId());
            if (quote != null) {
                StreamEvent event =
                        new StreamEvent.New(line.position(), write(new StreamedQuote(quote, line.replay())));
                group.forEach(listener -> listener.tell(event));
            }
        }
        group.forEach(listener -> listener.moveTo(lines.getLast().position()));
    }

    private String write(StreamedQuote quote) {
        try {
            return json.writeValueAsString(quote);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("quotes are plain records", e);
        }
    }
}
