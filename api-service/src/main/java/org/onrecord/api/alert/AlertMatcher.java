package org.onrecord.api.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;

import org.onrecord.api.alert.Outbox.Hit;
import org.onrecord.api.alert.Outbox.Watching;
import org.onrecord.api.quote.QuoteFilter;
import org.onrecord.api.saved.Question;
import org.onrecord.api.stream.News;
import org.onrecord.api.stream.QuoteLogReader;
import org.onrecord.api.stream.QuoteLogReader.Line;
import org.onrecord.chassis.loop.Loops;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.database.Schema;

/**
 * Compares what is new with the searches that have alerts, in the order in which it became visible, and writes what is to be
 * delivered. Several instances may do the same; the first to move the cursor writes.
 */
@ApplicationScoped
class AlertMatcher {

    private static final Logger LOG = Logger.getLogger(AlertMatcher.class);
    private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(1);
    private static final Duration FORGET_EVERY = Duration.ofHours(1);
    private static final int LINES_AT_ONCE = 200;

    /** Which utterance a quote is of is settled within seconds, unless very much came at once. */
    private static final Duration SETTLES_WITHIN = Duration.ofMinutes(1);

    private final Schema schema;
    private final QuoteLogReader log;
    private final News news;
    private final Question question;
    private final Outbox outbox;
    private final Loops loops;
    private long forgot = System.nanoTime() - FORGET_EVERY.toNanos();

    AlertMatcher(Schema schema, QuoteLogReader log, News news, Question question, Outbox outbox, Loops loops) {
        this.schema = schema;
        this.log = log;
        this.news = news;
        this.question = question;
        this.outbox = outbox;
        this.loops = loops;
    }

    void start(@Observes StartupEvent started) {
        loops.start("alert-matcher", loop -> match());
    }

    private Duration match() {
        if (!schema.isCurrent()) {
            return AT_LEAST_EVERY;
        }
        if (System.nanoTime() - forgot > FORGET_EVERY.toNanos()) {
            forgot = System.nanoTime();
            outbox.forget();
        }
        Outbox.Cursor cursor = outbox.cursor();
        List<Line> read = log.after(cursor.from(), LINES_AT_ONCE);
        List<Line> lines = settled(read);
        if (lines.isEmpty()) {
            return AT_LEAST_EVERY;
        }
        outbox.advance(cursor, lines.getLast().position(), hits(lines));
        return read.size() == LINES_AT_ONCE && lines.size() == read.size() ? Duration.ZERO : AT_LEAST_EVERY;
    }

    /** Up to the first whose utterance is not known yet. */
    private List<Line> settled(List<Line> lines) {
        Instant young = Instant.now().minus(SETTLES_WITHIN);
        List<UUID> waiting = lines.stream()
                .filter(line -> line.firstRead() != null && line.loggedAt().isAfter(young))
                .map(Line::quoteId)
                .toList();
        if (waiting.isEmpty()) {
            return lines;
        }
        Set<UUID> unsettled = new HashSet<>(outbox.unsettled(waiting));
        return lines.stream()
                .takeWhile(line -> !line.loggedAt().isAfter(young) || !unsettled.contains(line.quoteId()))
                .toList();
    }

    private List<Hit> hits(List<Line> lines) {
        List<Line> fresh =
                lines.stream().filter(line -> line.firstRead() != null).toList();
        Map<QuoteFilter, List<Watching>> filters = fresh.isEmpty() ? Map.of() : filters();
        if (filters.isEmpty()) {
            return List.of();
        }
        News.Matches matches = news.among(fresh.stream().map(Line::quoteId).toList(), filters.keySet());
        List<Hit> hits = new ArrayList<>();
        for (Line line : fresh) {
            matches.ofFilters().forEach((filter, quotes) -> {
                if (quotes.contains(line.quoteId())) {
                    UUID article =
                            matches.quotes().get(line.quoteId()).article().id();
                    filters.get(filter).stream()
                            .filter(alert -> isNews(line, alert))
                            .forEach(alert -> hits.add(new Hit(alert.alertId(), line.quoteId(), article)));
                }
            });
        }
        return hits;
    }

    /** What lay in an archive, or came from before, is none; what was long on its way since is. */
    private static boolean isNews(Line line, Watching alert) {
        return !line.loggedAt().isBefore(alert.since())
                && (!line.replay() || !line.firstRead().isBefore(alert.since()));
    }

    private Map<QuoteFilter, List<Watching>> filters() {
        Map<QuoteFilter, List<Watching>> filters = new HashMap<>();
        for (Watching alert : outbox.watching()) {
            try {
                filters.computeIfAbsent(QuoteFilter.of(question.kept(alert.query())), none -> new ArrayList<>())
                        .add(alert);
            } catch (ProblemException e) {
                LOG.warnf("a saved search cannot be read any more, alert=%s cause=%s", alert.alertId(), e.getMessage());
            }
        }
        return filters;
    }
}
