package org.onrecord.api.search;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.result.RowView;

import org.onrecord.api.database.Replicated;
import org.onrecord.api.page.DatedPosition;
import org.onrecord.api.page.Page;
import org.onrecord.api.page.Total;
import org.onrecord.api.parameter.Period;
import org.onrecord.database.Database;

/** Finds the newest rows that have some words. Thread-safe. */
@ApplicationScoped
public class NewestFirst {

    /**
     * Where the rows of a page are.
     *
     * @param found in the list's order
     * @param isLast whether none follow
     * @param total how many the whole list has
     */
    public record Found(List<DatedPosition> found, boolean isLast, Total total) {

        /**
         * @param read gives the rows of some ids, newest first
         * @param link gives the URL that goes on after a row
         */
        public <T> Page<T> page(Function<List<UUID>, List<T>> read, Function<DatedPosition, String> link) {
            List<UUID> ids = found.stream().map(DatedPosition::id).toList();
            return Page.of(read.apply(ids), total, isLast ? null : link.apply(found.getLast()));
        }
    }

    /** So many of the newest are read to see how frequent the words are. */
    private static final int SAMPLE = 100;

    /** With so many among these, reading on finds a page sooner than the index of words does. */
    private static final int FREQUENT = 3;

    private final Database database;

    public NewestFirst(@Replicated Database database) {
        this.database = database;
    }

    /** @param limit how many the page may have */
    public Found page(WordSearch search, Optional<DatedPosition> after, int limit) {
        int counted = Math.max(limit, Total.COUNTED_BY_READING);
        Sample newest = sample(search, Optional.empty());
        List<DatedPosition> first = List.of();
        Total total;
        if (newest.isFrequent()) {
            first = read(search, newest, counted + 1);
            total = Total.of(first.size(), counted);
        } else {
            total = Total.of(database, search.all(), counted);
            if (after.isEmpty()) {
                first = read(search, newest, limit + 1);
            }
        }
        List<DatedPosition> found = after.isPresent() ? read(search, sample(search, after), limit + 1) : first;
        return new Found(found.stream().limit(limit).toList(), found.size() <= limit, total);
    }

    /**
     * The newest rows.
     *
     * @param found those that have the words
     * @param last the last that was read; empty if there are no more
     */
    private record Sample(List<DatedPosition> found, Optional<DatedPosition> last) {
        boolean isFrequent() {
            return found.size() >= FREQUENT;
        }
    }

    private Sample sample(WordSearch search, Optional<DatedPosition> after) {
        record Sampled(DatedPosition position, boolean has, long number) {}
        List<Sampled> rows = database.list(
                search.newest(after, SAMPLE),
                row -> new Sampled(
                        position(row), row.getColumn("has", Boolean.class), row.getColumn("number", Long.class)));
        return new Sample(
                rows.stream().filter(Sampled::has).map(Sampled::position).toList(),
                rows.stream()
                        .filter(row -> row.number() == SAMPLE)
                        .map(Sampled::position)
                        .findFirst());
    }

    private List<DatedPosition> read(WordSearch search, Sample sample, int most) {
        List<DatedPosition> found = new ArrayList<>(sample.found());
        if (sample.last().isEmpty()) {
            return found;
        }
        Period rest = until(sample.last().get(), search.period());
        Iterator<Period> windows = (sample.isFrequent() ? List.of(rest) : Windows.of(rest)).iterator();
        while (found.size() < most && windows.hasNext()) {
            Period window = windows.next();
            Optional<String> months = sample.isFrequent() ? Optional.empty() : Months.covering(window);
            found.addAll(database.list(
                    search.within(window, months, sample.last(), most - found.size()), NewestFirst::position));
        }
        return found;
    }

    /** Rows of the position's own date may follow it. */
    private static Period until(DatedPosition position, Period period) {
        return new Period(period.from(), Optional.of(position.date().plus(1, ChronoUnit.MICROS)));
    }

    private static DatedPosition position(RowView row) {
        return new DatedPosition(row.getColumn("dated_at", Instant.class), row.getColumn("id", UUID.class));
    }
}
