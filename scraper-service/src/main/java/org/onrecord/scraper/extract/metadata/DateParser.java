package org.onrecord.scraper.extract.metadata;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates in the notations of meta data, URLs and English print. Only short texts are searched. */
final class DateParser {
    private static final int LONGEST_TEXT = 400;

    private static final String MONTH =
            "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    /** Day, month and year as most languages write them: 4. März 2025, 4 de marzo de 2025, 4 Mart 2025. */
    private static final Pattern FOREIGN_DAY_FIRST = Pattern.compile(
            "(?<![\\d.]|\\d:)(\\d{1,2})(?:\\.|er|º|-го)?[\\s\\u00A0]+(?:de |d['’]|of )?(\\p{L}[\\p{L}\\p{M}'’]{2,14}\\.?)[,]?[\\s\\u00A0]+(?:de |del )?((?:19|20)\\d{2})(?!\\d)");
    /** 2025. március 4., 2025 m. kovo 4 d. */
    private static final Pattern FOREIGN_YEAR_FIRST = Pattern.compile(
            "(?<!\\d)((?:19|20)\\d{2})\\.? (?:m\\. |gada )?(\\p{L}[\\p{L}\\p{M}]{2,14}\\.?) (\\d{1,2})(?!\\d)");

    private static final Pattern FOREIGN_MONTH_FIRST = Pattern.compile(
            "(?<!\\p{L})(\\p{L}[\\p{L}\\p{M}]{2,14}\\.?) (\\d{1,2})[.,]? (?:de |del )?((?:19|20)\\d{2})(?!\\d)");
    private static final Pattern EAST_ASIAN =
            Pattern.compile("(?<!\\d)((?:19|20)\\d{2})\\s*[年년]\\s*(\\d{1,2})\\s*[月월]\\s*(\\d{1,2})\\s*[日일]");
    private static final Pattern ISO = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})-(\\d{1,2})-(\\d{1,2})(?!\\d)");
    private static final Pattern COMPACT = Pattern.compile("^((?:19|20)\\d{2})(\\d{2})(\\d{2})(?=$|T|\\d{6}$)");
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "(?:(?<![a-zA-Z])|(?<=[a-z])(?=[A-Z]))" + MONTH
                    + "\\s*(\\d{1,2})(?:st|nd|rd|th)?\\s*,?\\s+((?:19|20)\\d{2})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+(?:of\\s+)?" + MONTH + "[,\\s-]+((?:19|20)\\d{2})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SLASHED =
            Pattern.compile("(?<![\\d/-])(\\d{1,2})[/-](\\d{1,2})[/-]((?:19|20)\\d{2}|\\d{2})(?![\\d/-])");
    private static final Pattern YEAR_FIRST_SLASHED =
            Pattern.compile("(?<![\\d])((?:19|20)\\d{2})[/.](\\d{1,2})[/.](\\d{1,2})(?!\\d)");
    private static final Pattern DOTTED =
            Pattern.compile("(?<![\\d.])(\\d{1,2})\\.(\\d{1,2})\\.((?:19|20)\\d{2})(?!\\d)");
    private static final Pattern DOTTED_SHORT_YEAR =
            Pattern.compile("(?<![\\d.])(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?((?:19|20)?\\d{2})(?![\\d.:])");
    /** 26 | 01 | 2022. */
    private static final Pattern BARRED =
            Pattern.compile("(?<![\\d|])(\\d{1,2}) ?[|·] ?(\\d{1,2}) ?[|·] ?((?:19|20)\\d{2})(?!\\d)");

    private static final Pattern TIME = Pattern.compile(
            "^[T\\s,|•·-]*(?:at\\s+|@\\s*|um\\s+|à\\s+|alle\\s+|a las\\s+|kl\\.?\\s+|às\\s+|om\\s+)?(\\d{1,2})(?:[:hH.]|時)(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s*(am|pm|a\\.m\\.|p\\.m\\.)?\\s*"
                    + "(Z|UTC|GMT|[A-Z]{2,4}(?!\\w)|[+-]\\d{2}:?\\d{2})?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EPOCH = Pattern.compile("^(1\\d{9})(\\d{3})?$");

    private static final Map<String, Integer> ZONE_HOURS = Map.ofEntries(
            Map.entry("EST", -5),
            Map.entry("EDT", -4),
            Map.entry("ET", -5),
            Map.entry("CST", -6),
            Map.entry("CDT", -5),
            Map.entry("CT", -6),
            Map.entry("MST", -7),
            Map.entry("MDT", -6),
            Map.entry("PST", -8),
            Map.entry("PDT", -7),
            Map.entry("PT", -8),
            Map.entry("BST", 1),
            Map.entry("CET", 1),
            Map.entry("CEST", 2),
            Map.entry("AEST", 10),
            Map.entry("AEDT", 11));

    private DateParser() {}

    /** The first date in the text, with its time if one follows. */
    static Optional<Moment> first(String text) {
        return first(text, false);
    }

    /** @param dayFirst whether 3/4/2025 is in April, as everywhere but in the United States */
    static Optional<Moment> first(String text, boolean dayFirst) {
        List<Moment> all = all(text, dayFirst);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
    }

    /** Every date in the text, by notation and then in order. */
    static List<Moment> all(String raw) {
        return all(raw, false);
    }

    static List<Moment> all(String raw, boolean dayFirst) {
        String text = raw.length() > LONGEST_TEXT ? raw.substring(0, LONGEST_TEXT) : raw.trim();
        List<Moment> found = new ArrayList<>();
        if (!mayHoldDate(text)) {
            return found;
        }
        Matcher epoch = EPOCH.matcher(text);
        if (epoch.find()) {
            Instant instant = Instant.ofEpochSecond(Long.parseLong(epoch.group(1)));
            found.add(new Moment(instant, instant.atZone(ZoneOffset.UTC).toLocalDate()));
            return found;
        }
        boolean year = holdsYear(text);
        boolean slashes = text.indexOf('/') >= 0;
        boolean hyphens = text.indexOf('-') >= 0;
        boolean dots = text.indexOf('.') >= 0;
        if (year) {
            if (hyphens) {
                collect(text, ISO, 1, 2, 3, found);
            }
            collect(text, COMPACT, 1, 2, 3, found);
            collectNamed(text, MONTH_FIRST, 3, 1, 2, found);
            collectNamed(text, DAY_FIRST, 3, 2, 1, found);
            if (slashes || dots) {
                collect(text, YEAR_FIRST_SLASHED, 1, 2, 3, found);
            }
        }
        if (slashes || hyphens) {
            collectSlashed(text, dayFirst, found);
        }
        if (year) {
            if (dots) {
                collect(text, DOTTED, 3, 2, 1, found);
            }
            collect(text, EAST_ASIAN, 1, 2, 3, found);
            if (text.indexOf('|') >= 0 || text.indexOf('·') >= 0) {
                collect(text, BARRED, 3, 2, 1, found);
            }
        }
        if (found.isEmpty() && year) {
            collectForeign(text, FOREIGN_DAY_FIRST, 3, 2, 1, found);
            collectForeign(text, FOREIGN_YEAR_FIRST, 1, 2, 3, found);
            collectForeign(text, FOREIGN_MONTH_FIRST, 3, 1, 2, found);
        }
        if (found.isEmpty() && dots) {
            collect(text, DOTTED_SHORT_YEAR, 3, 2, 1, found);
        }
        return found;
    }

    /** Whether 19 or 20 stands there with two more digits. */
    private static boolean holdsYear(String text) {
        for (int i = 3; i < text.length(); i++) {
            if (isDigit(text.charAt(i)) && isDigit(text.charAt(i - 1)) && isCentury(text, i - 3)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCentury(String text, int at) {
        return text.startsWith("19", at) || text.startsWith("20", at);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static void collectForeign(String text, Pattern pattern, int year, int month, int day, List<Moment> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            Optional<Integer> number = MonthNames.number(matcher.group(month));
            number.ifPresent(
                    each -> add(found, text, matcher.end(), number(matcher, year), each, number(matcher, day)));
        }
    }

    /** Every notation has two digits in a row. */
    private static boolean mayHoldDate(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i)) && Character.isDigit(text.charAt(i - 1))) {
                return true;
            }
        }
        return false;
    }

    private static void collect(String text, Pattern pattern, int year, int month, int day, List<Moment> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            add(found, text, matcher.end(), number(matcher, year), number(matcher, month), number(matcher, day));
        }
    }

    private static void collectNamed(String text, Pattern pattern, int year, int month, int day, List<Moment> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String name = matcher.group(month).toLowerCase(Locale.ROOT).substring(0, 3);
            int number = "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(name) / 3 + 1;
            add(found, text, matcher.end(), number(matcher, year), number, number(matcher, day));
        }
    }

    /** Month first as in the United States, unless the page is of elsewhere or the first number can only be a day. */
    private static void collectSlashed(String text, boolean asElsewhere, List<Moment> found) {
        Matcher matcher = SLASHED.matcher(text);
        while (matcher.find()) {
            int first = number(matcher, 1);
            int second = number(matcher, 2);
            boolean dayFirst = first > 12 || asElsewhere && second <= 12;
            int year = number(matcher, 3);
            add(
                    found,
                    text,
                    matcher.end(),
                    year < 100 ? 2000 + year : year,
                    dayFirst ? second : first,
                    dayFirst ? first : second);
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static void add(List<Moment> found, String text, int end, int year, int month, int day) {
        try {
            LocalDate date = LocalDate.of(year < 100 ? 2000 + year : year, month, day);
            found.add(withTime(date, text.substring(end)));
        } catch (DateTimeException e) {
            // 2023-13-40 is no date: the text goes on without one.
            return;
        }
    }

    private static Moment withTime(LocalDate date, String rest) {
        Matcher time = TIME.matcher(rest);
        if (!time.find()) {
            return new Moment(date.atStartOfDay(ZoneOffset.UTC).toInstant(), date);
        }
        int hour = number(time, 1);
        String half = time.group(4);
        if (half != null) {
            hour = hour % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
        }
        int second = time.group(3) == null ? 0 : Math.min(59, number(time, 3));
        LocalDateTime local =
                hour == 24 ? date.plusDays(1).atStartOfDay() : date.atTime(LocalTime.of(hour, number(time, 2), second));
        return new Moment(local.toInstant(offset(time.group(5))), date);
    }

    private static ZoneOffset offset(String zone) {
        if (zone == null || zone.isEmpty()) {
            return ZoneOffset.UTC;
        }
        char first = zone.charAt(0);
        if (first == '+' || first == '-') {
            String digits = zone.replace(":", "");
            return ZoneOffset.of(digits);
        }
        return ZoneOffset.ofHours(ZONE_HOURS.getOrDefault(zone.toUpperCase(Locale.ROOT), 0));
    }
}
