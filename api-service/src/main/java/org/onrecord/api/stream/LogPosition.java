package org.onrecord.api.stream;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the log.
 *
 * @param transaction that wrote it, which counts up
 * @param number within the log
 */
public record LogPosition(long transaction, long number) implements Comparable<LogPosition> {

    public static final LogPosition START = new LogPosition(0, 0);

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})-(\\d{1,18})");
    private static final Comparator<LogPosition> ORDER =
            Comparator.comparingLong(LogPosition::transaction).thenComparingLong(LogPosition::number);

    /** Reads an event's id; empty if it is none. */
    static Optional<LogPosition> of(String id) {
        Matcher parts = TEXT.matcher(id.strip());
        return parts.matches()
                ? Optional.of(new LogPosition(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public int compareTo(LogPosition other) {
        return ORDER.compare(this, other);
    }

    /** As an event's id. */
    @Override
    public String toString() {
        return transaction + "-" + number;
    }
}
