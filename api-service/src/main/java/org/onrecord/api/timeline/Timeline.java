package org.onrecord.api.timeline;

import java.time.LocalDate;
import java.util.List;

import org.jdbi.v3.core.result.RowView;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Counts over time.
 *
 * @param interval how long each stretch of time is: day, week or month
 * @param by what was counted: utterance, publication, or article
 * @param items the stretches in which there was anything, oldest first
 */
@RegisterForReflection
public record Timeline(String interval, String by, List<Stretch> items) implements Counts {

    @Override
    public long all() {
        return items.stream().mapToLong(Stretch::count).sum();
    }

    /**
     * A stretch of time.
     *
     * @param start its first day, in UTC
     * @param count how many fell into it
     */
    @RegisterForReflection
    public record Stretch(LocalDate start, long count) {

        /** Reads the columns {@code start} and {@code counted}. */
        public static Stretch of(RowView row) {
            return new Stretch(
                    LocalDate.parse(row.getColumn("start", String.class)), row.getColumn("counted", Long.class));
        }
    }
}
