package org.onrecord.api.partition;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * How a table is partitioned. All names are constants of the code, and become part of SQL.
 *
 * @param table the partitioned one
 * @param each what the name of each of its partitions begins with; that of those without bounds ends with {@code _other}
 * @param time the column
 * @param key the column that is unique in each partition
 * @param unit a day or a month, of UTC
 * @param ahead how many are made after the present one
 */
public record Partitioning(String table, String each, String time, String key, ChronoUnit unit, int ahead) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy_MM_dd", Locale.ROOT);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy_MM", Locale.ROOT);

    /** When the day or the month of a moment began. */
    public Instant start(Instant moment) {
        LocalDateTime day = LocalDateTime.ofInstant(moment, ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS);
        return (unit == ChronoUnit.MONTHS ? day.withDayOfMonth(1) : day).toInstant(ZoneOffset.UTC);
    }

    /** The start of so many days or months later, or earlier. */
    public Instant later(Instant start, int many) {
        return LocalDateTime.ofInstant(start, ZoneOffset.UTC).plus(many, unit).toInstant(ZoneOffset.UTC);
    }

    String name(Instant start) {
        return each + "_"
                + (unit == ChronoUnit.MONTHS ? MONTH : DAY).format(LocalDateTime.ofInstant(start, ZoneOffset.UTC));
    }

    String other() {
        return each + "_other";
    }
}
