package org.onrecord.scraper.source.document;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as feeds and sitemaps write them: RFC 822, which feeds follow with words and figures of their own, and the profile of
 * ISO 8601 that Atom, Dublin Core and sitemaps name. A day without a time begins it in UTC, as does a time without zone. Pure.
 */
final class FeedDate {

    private static final int LONGEST = 100;

    private static final String TIME = "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9})\\d*)?)?";
    private static final String ZONE = "\\s*((?:GMT|UTC?|Z)?[+-]\\d{1,2}:?\\d{2}|[A-Za-z]{1,5})?";
    /** "Wed, 25 Nov 2026 06:00:00 +0100", "25 Nov 26", "Wednesday 25-November-2026 06:00 GMT". */
    private static final Pattern RFC_822 =
            Pattern.compile("(?:\\p{L}+\\.?,?\\s+)?(\\d{1,2})[\\s-]+([A-Za-z]{3,9})\\.?,?[\\s-]+(\\d{4}|\\d{2})"
                    + "(?:,?\\s+" + TIME + ZONE + ")?\\b.*");

    private static final Pattern ISO_8601 =
            Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?(?:[Tt\\s]\\s*" + TIME + ZONE + ")?\\b.*");

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    /** RFC 822 5.1, and what news sites write. */
    private static final Map<String, Integer> ZONE_HOURS = Map.ofEntries(
            Map.entry("EST", -5),
            Map.entry("EDT", -4),
            Map.entry("CST", -6),
            Map.entry("CDT", -5),
            Map.entry("MST", -7),
            Map.entry("MDT", -6),
            Map.entry("PST", -8),
            Map.entry("PDT", -7),
            Map.entry("BST", 1),
            Map.entry("CET", 1),
            Map.entry("CEST", 2),
            Map.entry("EET", 2),
            Map.entry("EEST", 3),
            Map.entry("MSK", 3),
            Map.entry("JST", 9),
            Map.entry("AEST", 10),
            Map.entry("AEDT", 11));

    private FeedDate() {}

    /** Empty if it is none. */
    static Optional<Instant> of(String text) {
        String date = text.strip();
        if (date.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            Matcher iso = ISO_8601.matcher(date);
            if (iso.matches()) {
                return Optional.of(instant(iso, number(iso, 1, 0), number(iso, 2, 1), number(iso, 3, 1)));
            }
            Matcher rfc = RFC_822.matcher(date);
            return rfc.matches()
                    ? Optional.of(instant(rfc, year(number(rfc, 3, 0)), month(rfc.group(2)), number(rfc, 1, 1)))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** RFC 2822 4.3. */
    private static int year(int written) {
        return written >= 100 ? written : written < 50 ? 2000 + written : 1900 + written;
    }

    private static int month(String name) {
        int at = MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT));
        if (at < 0 || at % 3 != 0) {
            throw new DateTimeException("no month: " + name);
        }
        return at / 3 + 1;
    }

    /** The groups of the time are the same in both. */
    private static Instant instant(Matcher date, int year, int month, int day) {
        String fraction = date.group(7) == null ? "0" : date.group(7);
        int nanos = Integer.parseInt((fraction + "00000000").substring(0, 9));
        boolean endOfDay = number(date, 4, 0) == 24;
        LocalDateTime local = LocalDateTime.of(
                year,
                month,
                day,
                endOfDay ? 0 : number(date, 4, 0),
                number(date, 5, 0),
                // A leap second is the last one of its minute here.
                Math.min(59, number(date, 6, 0)),
                nanos);
        return local.plusDays(endOfDay ? 1 : 0).toInstant(zone(date.group(8)));
    }

    private static int number(Matcher date, int group, int otherwise) {
        return date.group(group) == null ? otherwise : Integer.parseInt(date.group(group));
    }

    /** Names that nobody knows count as UTC. */
    private static ZoneOffset zone(String written) {
        if (written == null) {
            return ZoneOffset.UTC;
        }
        int sign = Math.max(written.indexOf('+'), written.indexOf('-'));
        if (sign < 0) {
            return ZoneOffset.ofHours(ZONE_HOURS.getOrDefault(written.toUpperCase(Locale.ROOT), 0));
        }
        String digits = written.substring(sign + 1).replace(":", "");
        int hours = Integer.parseInt(digits.substring(0, digits.length() - 2));
        int minutes = Integer.parseInt(digits.substring(digits.length() - 2));
        int seconds = (hours * 60 + minutes) * 60;
        return ZoneOffset.ofTotalSeconds(written.charAt(sign) == '-' ? -seconds : seconds);
    }
}
