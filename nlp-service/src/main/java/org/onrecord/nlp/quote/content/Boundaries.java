package org.onrecord.nlp.quote.content;

import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.TimeWords;
import org.onrecord.nlp.quote.reading.WordClass;

/** Where a clause may end: before commas, conjunctions, dashes, times, and behind closing quotation marks. */
final class Boundaries {

    private Boundaries() {}

    /** What kind of boundary lies before this token; null for none. */
    static ContentTrait before(Scene scene, int i) {
        Reading reading = scene.reading;
        if (reading.quoted(i) && !reading.opensStretch(i)) {
            return null;
        }
        if (reading.closesStretch(i - 1)) {
            return reading.classAt(i - 2) == WordClass.COMMA && reading.classes[i] != WordClass.COMMA
                    ? afterComma(reading, i)
                    : ContentTrait.END_QUOTE;
        }
        if (!reading.quoted(i) && isTime(reading, i)) {
            return ContentTrait.END_TIME;
        }
        WordClass c = reading.classes[i];
        return switch (c) {
            case COMMA -> isAlias(reading, i + 1) ? null : afterComma(reading, i + 1);
            case COORDINATOR -> reading.wordAt(i).equals("but") ? ContentTrait.END_COMMA_BUT : ContentTrait.END_AND;
            case SEMICOLON -> ContentTrait.END_SEMICOLON;
            case DASH, OPEN_BRACKET -> ContentTrait.END_DASH;
            case SUBORDINATOR ->
                reading.wordAt(i).equals("that") || reading.wordAt(i).equals("than")
                        ? null
                        : ContentTrait.END_SUBORDINATOR;
            case PREPOSITION, TO ->
                scene.objectOnly && !reading.wordAt(i).equals("of") ? ContentTrait.END_PREPOSITION : null;
            default -> null;
        };
    }

    /** "the Islamic State of Iraq and the Levant, or ISIL": another name for the same one. */
    private static boolean isAlias(Reading reading, int next) {
        return reading.wordAt(next).equals("or")
                && reading.classAt(next + 1) == WordClass.NAME
                && !reading.classAt(next + 2).isVerbal();
    }

    private static boolean isTime(Reading reading, int i) {
        int word = reading.wordAt(i).equals("on") ? i + 1 : i;
        boolean day = TimeWords.isDay(reading.wordAt(word))
                && !TimeWords.isDay(reading.wordAt(i - 1))
                && !reading.wordAt(i - 1).equals("on");
        boolean last = (reading.wordAt(i).equals("last") || reading.wordAt(i).equals("this"))
                && TimeWords.isAdjunct(reading.wordAt(i + 1));
        return day || last;
    }

    private static ContentTrait afterComma(Reading reading, int next) {
        return switch (reading.classAt(next)) {
            case COORDINATOR ->
                reading.wordAt(next).equals("and") || reading.wordAt(next).equals("or")
                        ? ContentTrait.END_COMMA_AND
                        : ContentTrait.END_COMMA_BUT;
            case RELATIVE -> ContentTrait.END_RELATIVE;
            case GERUND -> ContentTrait.END_COMMA_GERUND;
            case SUBORDINATOR -> ContentTrait.END_SUBORDINATOR;
            default -> ContentTrait.END_COMMA;
        };
    }
}
