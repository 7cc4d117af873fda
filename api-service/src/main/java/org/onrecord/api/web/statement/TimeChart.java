package org.onrecord.api.web.statement;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

import org.onrecord.api.timeline.Timeline;

/**
 * Counts over time as bars, in a drawing of {@link #WIDTH} by {@link #HEIGHT} that is stretched to its place; the words stand
 * beside it, so that they are not.
 *
 * @param bars without those of nothing
 * @param most the count of the highest
 * @param begin the first stretch of time, for the reader
 * @param end the last
 * @param all the sum of all counts
 */
public record TimeChart(List<Bar> bars, long most, String begin, String end, long all) {

    public static final int WIDTH = 1000;
    public static final int HEIGHT = 100;

    /** More bars than these are thinner than a pixel of a phone: months become years. */
    private static final int MOST_BARS = 180;

    private static final double FILLED = 0.8;

    /**
     * @param x of the left side
     * @param y of the upper side
     * @param label stretch of time, for the reader
     * @param link to what was counted
     */
    public record Bar(String x, String y, String width, String height, String label, long count, String link) {}

    /**
     * Of counts by month.
     *
     * @param link gives the address of what was counted between two days, both of them within
     */
    public static TimeChart of(Timeline months, Locale reader, BiFunction<LocalDate, LocalDate, Object> link) {
        if (months.items().isEmpty()) {
            return new TimeChart(List.of(), 0, "", "", 0);
        }
        LocalDate first = months.items().getFirst().start();
        LocalDate last = months.items().getLast().start();
        boolean byYear = monthsBetween(first, last) > MOST_BARS;
        if (byYear) {
            first = first.withDayOfYear(1);
            last = last.withDayOfYear(1);
        }
        Map<LocalDate, Long> counts = new HashMap<>();
        for (Timeline.Stretch month : months.items()) {
            counts.merge(byYear ? month.start().withDayOfYear(1) : month.start(), month.count(), Long::sum);
        }
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        long places = byYear ? last.getYear() - first.getYear() + 1 : monthsBetween(first, last) + 1;
        double step = (double) WIDTH / Math.max(places, 12);
        DateTimeFormatter label =
                DateTimeFormatter.ofPattern(byYear ? "yyyy" : "MMM yyyy").withLocale(reader);
        List<Bar> bars = new ArrayList<>();
        LocalDate start = first;
        for (int place = 0; place < places; place++) {
            LocalDate next = byYear ? start.plusYears(1) : start.plusMonths(1);
            long count = counts.getOrDefault(start, 0L);
            if (count > 0) {
                double height = Math.max(2, (double) HEIGHT * count / most);
                bars.add(new Bar(
                        number(place * step),
                        number(HEIGHT - height),
                        number(step * FILLED),
                        number(height),
                        label.format(start),
                        count,
                        link.apply(start, next.minusDays(1)).toString()));
            }
            start = next;
        }
        return new TimeChart(bars, most, label.format(first), label.format(last), months.all());
    }

    /** Whether there is a course of time to be seen. */
    public boolean isSeveral() {
        return bars.size() > 1;
    }

    private static long monthsBetween(LocalDate first, LocalDate last) {
        return (last.getYear() - first.getYear()) * 12L + last.getMonthValue() - first.getMonthValue();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
