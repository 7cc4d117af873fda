package org.onrecord.api.web.frame;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A date or moment in the reader's way.
 *
 * @param iso for programs
 * @param text for the reader, in UTC
 */
public record Day(String iso, String text) {

    public static Day of(Instant moment, Locale reader) {
        return new Day(
                moment.toString(),
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(reader)
                        .format(moment.atOffset(ZoneOffset.UTC)));
    }

    /** With the time of day; null for null. */
    public static @Nullable Day withTime(@Nullable Instant moment, Locale reader) {
        return moment == null
                ? null
                : new Day(
                        moment.toString(),
                        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                                        .withLocale(reader)
                                        .format(moment.atOffset(ZoneOffset.UTC))
                                + " UTC");
    }
}
