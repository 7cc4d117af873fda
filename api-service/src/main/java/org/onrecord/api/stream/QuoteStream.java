package org.onrecord.api.stream;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;

import org.onrecord.api.quote.QuoteFilter;
import org.onrecord.api.share.Places.Place;
import org.onrecord.chassis.loop.Loop;
import org.onrecord.chassis.loop.Loops;
import org.onrecord.database.Schema;

/** Reads the log when there is news, and tells every listener what answers its question. Thread-safe. */
@ApplicationScoped
class QuoteStream {

    /** Should a notification be lost, the log is read all the same. */
    private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(2);

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int LINES_AT_ONCE = 200;
    /** Of events that a listener has not taken yet; one that is slower is cut off and can come back where it was. */
    private static final int WAITING = 1024;

    private final Schema schema;
    private final QuoteLogReader log;
    private final News news;
    private final ObjectMapper json;
    private final Loops loops;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private volatile Loop loop;
    private volatile boolean stopping;
    private long beat = System.nanoTime();

    QuoteStream(Schema schema, QuoteLogReader log, News news, ObjectMapper json, Loops loops) {
        this.loops = loops;
        this.schema = schema;
        this.log = log;
        this.news = news;
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

    /**
     * What matches a filter after a position, for as long as it is listened to.
     *
     * @param isBehind whether there may be something after it already
     * @param place of the stream, given back when it ends
     */
    Multi<StreamEvent> after(LogPosition position, boolean isBehind, QuoteFilter filter, Place place) {
        return Multi.createFrom()
                .emitter(
                        emitter -> {
                            Listener listener = new Listener(filter, position, isBehind, emitter);
                            emitter.onTermination(() -> {
                                listeners.remove(listener);
                                place.close();
                            });
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
        boolean more = tellAll();
        if (System.nanoTime() - beat > HEARTBEAT.toNanos()) {
            beat = System.nanoTime();
            listeners.forEach(listener -> listener.tell(new StreamEvent.Heartbeat()));
        }
        if (stopping) {
            return Loop.DONE;
        }
        return more ? Duration.ZERO : AT_LEAST_EVERY;
    }

    /**
     * Tells all who listen to what is new; then, of those who ask for what was before, those who were served longest ago. So a
     * thousand who come back from seven days ago hold nobody up for longer than one of their turns.
     *
     * @return whether somebody may have more to be told
     */
    private boolean tellAll() {
        listeners.removeIf(Listener::isGone);
        Map<Boolean, List<Listener>> all = listeners.stream().collect(Collectors.partitioningBy(Listener::isBehind));
        List<Listener> current = all.get(false);
        List<Listener> behind = all.get(true);
        boolean more = false;
        if (!current.isEmpty()) {
            more = tellFrom(first(current), current);
        }
        if (!behind.isEmpty()) {
            LogPosition from = behind.stream()
                    .min(Comparator.comparingLong(Listener::servedAt))
                    .orElseThrow()
                    .position();
            List<Listener> onTheWay = behind.stream()
                    .filter(listener -> listener.position().compareTo(from) >= 0)
                    .toList();
            boolean goOn = tellFrom(from, onTheWay);
            if (!goOn) {
                onTheWay.forEach(Listener::caughtUp);
            }
            more |= goOn || onTheWay.size() < behind.size();
        }
        return more;
    }

    private static LogPosition first(List<Listener> some) {
        return some.stream()
                .map(Listener::position)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Whether there may be more lines than were read. Who is further on than the last of them is passed over. */
    private boolean tellFrom(LogPosition from, List<Listener> some) {
        List<QuoteLogReader.Line> lines = log.after(from, LINES_AT_ONCE);
        if (lines.isEmpty()) {
            return false;
        }
        LogPosition last = lines.getLast().position();
        List<Listener> there = some.stream()
                .filter(listener -> listener.position().compareTo(last) < 0)
                .toList();
        Map<QuoteFilter, List<Listener>> alike = there.stream().collect(Collectors.groupingBy(Listener::filter));
        News.Matches matches =
                news.among(lines.stream().map(QuoteLogReader.Line::quoteId).toList(), alike.keySet());
        Map<UUID, StreamEvent.New> events = new HashMap<>();
        matches.ofFilters().forEach((filter, quotes) -> {
            for (QuoteLogReader.Line line : lines) {
                if (quotes.contains(line.quoteId())) {
                    StreamEvent.New event = events.computeIfAbsent(
                            line.quoteId(),
                            id -> new StreamEvent.New(
                                    line.position(),
                                    write(new StreamedQuote(matches.quotes().get(id), line.replay()))));
                    alike.get(filter).stream()
                            .filter(listener -> listener.position().compareTo(line.position()) < 0)
                            .forEach(listener -> listener.tell(event));
                }
            }
        });
        there.forEach(listener -> listener.moveTo(last));
        return lines.size() == LINES_AT_ONCE;
    }

    private String write(StreamedQuote quote) {
        try {
            return json.writeValueAsString(quote);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("quotes are plain records", e);
        }
    }
}
