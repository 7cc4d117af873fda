package org.onrecord.scraper.extract.metadata;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Names of months in the languages that the news is written in, as Unicode's locale data has them (CLDR), in the nominative
 * and as they stand in a date. A name that means different months in two languages is left out.
 */
final class MonthNames {
    private static final String[] LANGUAGES = {
        "en", "de", "fr", "es", "it", "pt", "nl", "da", "sv", "nb", "fi", "is", "pl", "cs", "sk", "sl", "hr", "sr", "sr-Latn",
        "bs", "mk", "bg", "ro", "hu", "lt", "lv", "et", "el", "tr", "az", "sq", "uk", "ru", "be", "ka", "hy", "kk", "ca", "gl",
        "eu", "ga", "cy", "id", "ms", "vi", "sw", "he", "ar", "fa", "ur", "hi", "bn", "ta", "te", "mr", "gu", "th"
    };
    /** Forms that the data lacks. */
    private static final String MORE = "sept=9 märz=3 maerz=3 jänner=1 feber=2 gen=1 mär=3 mrz=3 août=8 aout=8 fevrier=2 decembre=12";
    private static final TextStyle[] STYLES = {
        TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE
    };
    private static final int SHORTEST = 3;
    private static final Map<String, Integer> NUMBERS = numbers();

    private MonthNames() {}

    /** 1 to 12; empty if the word, in any case and with or without a full stop, names no month. */
    static Optional<Integer> number(String word) {
        return Optional.ofNullable(NUMBERS.get(key(word)));
    }

    private static String key(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace("\u0307", "");
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static Map<String, Integer> numbers() {
        Map<String, TreeSet<Integer>> meanings = new HashMap<>();
        for (String language : LANGUAGES) {
            Locale locale = Locale.forLanguageTag(language);
            for (Month month : Month.values()) {
                for (TextStyle style : STYLES) {
                    add(meanings, month.getDisplayName(style, locale), month.getValue());
                }
            }
        }
        for (String more : MORE.split(" ")) {
            int at = more.indexOf('=');
            add(meanings, more.substring(0, at), Integer.parseInt(more.substring(at + 1)));
        }
        Map<String, Integer> numbers = new HashMap<>();
        meanings.forEach((name, months) -> {
            if (months.size() == 1) {
                numbers.put(name, months.first());
            }
        });
        return Map.copyOf(numbers);
    }

    private static void add(Map<String, TreeSet<Integer>> meanings, String name, int month) {
        String key = key(name);
        if (key.length() >= SHORTEST && key.chars().noneMatch(Character::isDigit) && key.indexOf(' ') < 0) {
            meanings.computeIfAbsent(key, each -> new TreeSet<>()).add(month);
        }
    }
}
