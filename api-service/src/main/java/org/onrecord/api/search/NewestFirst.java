package org.onrecord.api.search;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.onrecord.api.database.Database;
import org.onrecord.api.database.Row;
import org.onrecord.api.database.Sql;
import org.onrecord.api.page.DatedPosition;
import org.onrecord.api.page.Page;
import org.onrecord.api.page.Total;
import org.onrecord.api.parameter.Period;

/** Finds the newest rows that have some words. Thread-safe. */
@ApplicationScoped
public class NewestFirst {

    /** A question for words. */
    public interface Search {

        /** Gives the date of the newest row of all, as {@code newest}. */
        Sql newest();

        /** The time that is asked for. */
        Period period();

        /**
         * Gives {@code id} and {@code dated_at} of the rows of a stretch of time, newest first.
         *
         * @param months an array for {@code year_and_month} that covers the stretch, if there is one
         */
        Sql within(Period stretch, Optional<String> months, Optional<DatedPosition> after, int limit);
    }

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

    private final Database database;
    private final Clock clock;

    NewestFirst(Database database) {
        this.database = database;
        this.clock = Clock.systemUTC();
    }

    /** @param limit how many the page may have */
    public Found page(Search search, Optional<DatedPosition> after, int limit) {
        int counted = Math.max(limit, Total.COUNTED_BY_READING);
        List<DatedPosition> first = read(search, Optional.empty(), counted + 1);
        Total total = Total.of(first.size(), counted);
        List<DatedPosition> found = after.isPresent() ? read(search, after, limit + 1) : first;
        return new Found(found.stream().limit(limit).toList(), found.size() <= limit, total);
    }

    private List<DatedPosition> read(Search search, Optional<DatedPosition> after, int most) {
        Optional<Instant> newest = database.first(search.newest(), row -> row.time("newest"));
        if (newest.isEmpty()) {
            return List.of();
        }
        Period period = after.map(position -> until(position, search.period())).orElse(search.period());
        List<DatedPosition> found = new ArrayList<>();
        for (Period window : Windows.of(period, newest.get(), clock.instant())) {
            found.addAll(database.list(
                    search.within(window, Months.covering(window), after, most - found.size()), NewestFirst::position));
            if (found.size() >= most) {
                break;
            }
        }
        return found;
    }

    /** Rows of the position's own date may follow it. */
    private static Period until(DatedPosition position, Period period) {
        Instant end = position.date().plusNanos(1000);
        return new Period(
                period.from(),
                period.before().filter(before -> before.isBefore(end)).or(() -> Optional.of(end)));
    }

    private static DatedPosition position(Row row) throws SQLException {
        return new DatedPosition(row.time("dated_at"), row.id("id"));
    }
}
