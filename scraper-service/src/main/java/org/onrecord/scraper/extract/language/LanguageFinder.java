package org.onrecord.scraper.extract.language;

import java.util.Locale;
import java.util.Optional;

/** The language of a text: English by its commonest words, any other by OpenNLP's detector. Thread-safe. */
public final class LanguageFinder {
    /** What is said of a text in no language that is known. */
    public static final String UNKNOWN = "und";

    /** A detector needs some words; of fewer, the page's own declaration is believed. */
    private static final int FEWEST_LETTERS = 40;

    private static final int SAMPLE = 300;
    private static final int LONGER_SAMPLE = 1_200;

    /**
     * The ISO 639-1 code, or {@link #UNKNOWN}.
     *
     * @param text the article
     * @param declared what the page says, such as {@code en-IE}: believed where the text is too short to tell
     */
    public String find(String text, Optional<String> declared) {
        String sample = beginning(text, SAMPLE);
        // A list of names or a quotation at the beginning has few of English's common words.
        if (CommonEnglish.isIn(sample) || CommonEnglish.isIn(beginning(text, LONGER_SAMPLE))) {
            return "en";
        }
        Optional<String> detected = letters(sample) < FEWEST_LETTERS ? Optional.empty() : DetectorModel.detect(sample);
        return detected.or(() -> declared.flatMap(LanguageFinder::code)).orElse(UNKNOWN);
    }

    private static String beginning(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    private static Optional<String> code(String declared) {
        String language =
                Locale.forLanguageTag(declared.strip().replace('_', '-')).getLanguage();
        return language.length() == 2 ? Optional.of(language) : Optional.empty();
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetter).count();
    }
}
