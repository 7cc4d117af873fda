package org.onrecord.api.web.compare;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Counts over time as lines, one for each of those that are compared, in a drawing of {@link #WIDTH} by {@link #HEIGHT}. Stretches of
 * time without any are nothing, not gaps. Lines differ by their dashes too, for whoever sees no colours.
 *
 * @param lines in the order in which they were asked for
 * @param most the top of the scale
 * @param times each stretch of time, for the reader
 */
public record LineChart(List<Line> lines, long most, List<String> times) {

    public static final int WIDTH = 1000;
    public static final int HEIGHT = 300;

    /** More points than pixels say nothing: then nothing is drawn, and a longer interval is asked for. */
    static final int MOST_POINTS = 2000;

    private static final int MOST_DOTS = 60;

    /**
     * @param points of an SVG polyline
     * @param dots of an SVG path, a dot at each point: a few points joined by lines would say more than is known; "" for many
     * @param counts for each stretch of time
     */
    public record Line(String points, String dots, List<Long> counts) {}

    /**
     * @param counts for each that is compared, by the first day of a stretch of time
     * @param interval day, week or month
     */
    static LineChart of(List<Map<LocalDate, Long>> counts, String interval, Locale reader) {
        TreeSet<LocalDate> known = new TreeSet<>();
        counts.forEach(one -> known.addAll(one.keySet()));
        if (known.isEmpty()) {
            return new LineChart(List.of(), 0, List.of());
        }
        List<LocalDate> starts = new ArrayList<>();
        LocalDate start = begin(known.first(), interval);
        while (!start.isAfter(known.last()) && starts.size() <= MOST_POINTS) {
            starts.add(start);
            start = next(start, interval);
        }
        if (starts.size() > MOST_POINTS) {
            return new LineChart(List.of(), 0, List.of());
        }
        long most = scale(counts.stream()
                .flatMap(one -> one.values().stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(0));
        List<Line> lines = counts.stream()
                .map(one -> line(
                        starts.stream().map(day -> one.getOrDefault(day, 0L)).toList(), most))
                .toList();
        DateTimeFormatter format = interval.equals("month")
                ? DateTimeFormatter.ofPattern("MMM yyyy", reader)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(reader);
        return new LineChart(lines, most, starts.stream().map(format::format).toList());
    }

    private static Line line(List<Long> counts, long most) {
        double step = (double) WIDTH / Math.max(1, counts.size() - 1);
        StringBuilder points = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        for (int i = 0; i < counts.size(); i++) {
            String x = String.format(Locale.ROOT, "%.1f", counts.size() == 1 ? WIDTH / 2.0 : i * step);
            String y = String.format(Locale.ROOT, "%.1f", HEIGHT - (double) HEIGHT * counts.get(i) / most);
            points.append(x).append(',').append(y).append(' ');
            if (counts.size() <= MOST_DOTS && counts.get(i) > 0) {
                // Of no length: its round ends are the dot, whose size does not change with the drawing's.
                dots.append('M').append(x).append(' ').append(y).append("h0");
            }
        }
        return new Line(points.toString().strip(), dots.toString(), counts);
    }

    /** The next number that is easy to read: 1, 2, 4, 5 or 10 times a power of ten. */
    static long scale(long most) {
        long power = 1;
        while (power * 10 < most) {
            power *= 10;
        }
        for (long factor : new long[] {1, 2, 4, 5}) {
            if (factor * power >= most) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static LocalDate begin(LocalDate day, String interval) {
        return switch (interval) {
            case "month" -> day.withDayOfMonth(1);
            case "week" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            default -> day;
        };
    }

    private static LocalDate next(LocalDate day, String interval) {
        return switch (interval) {
            case "month" -> day.plusMonths(1);
            case "week" -> day.plusWeeks(1);
            default -> day.plusDays(1);
        };
    }

    /** Whether there is a course of time to be seen. */
    public boolean isDrawn() {
        return !lines.isEmpty();
    }

    /** Of the scale; "" where it is no whole number. */
    public String half() {
        return most % 2 == 0 ? String.valueOf(most / 2) : "";
    }

    public String begin() {
        return times.getFirst();
    }

    public String end() {
        return times.getLast();
    }
}
