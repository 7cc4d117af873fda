package org.onrecord.nlp.quote.content;

import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.TimeWords;
import org.onrecord.nlp.quote.reading.WordClass;

/** Each place where content that begins somewhere may end: before marks, conjunctions, prepositions, times; the sentence's end. */
final class Endings {

    private static final int MOST = 48;

    private Endings() {}

    /** Ends, in reading order; the last is mostly the sentence's. Empty where the content would be. */
    static int[] behind(Scene scene, int from) {
        Reading reading = scene.reading;
        int last = scene.last;
        int[] ends = new int[MOST + 1];
        int count = 0;
        for (int i = from + 1; i < last && count < MOST; i++) {
            if (isBoundary(scene, reading, i)) {
                ends[count++] = i;
                if (endsFronted(scene, i) || OtherWords.begin(scene, from, i)) {
                    return java.util.Arrays.copyOf(ends, count);
                }
            }
        }
        if (from < last) {
            ends[count++] = last;
        }
        return java.util.Arrays.copyOf(ends, count);
    }

    /** "As he has often said that it works, his staff is calm": the comma that ends the clause with the cue. */
    private static boolean endsFronted(Scene scene, int i) {
        return scene.fronted
                && scene.reading.classes[i] == WordClass.COMMA
                && !scene.reading.quoted(i)
                && scene.clauseFollows(i, scene.sentence.to());
    }

    private static boolean isBoundary(Scene scene, Reading reading, int i) {
        if (scene.hidden(i)
                || scene.reading.quoted(i) && !scene.reading.opensStretch(i) && reading.classes[i] == WordClass.QUOTE) {
            return false;
        }
        if (reading.closesStretch(i - 1) && i - 1 != scene.cue.from()) {
            return true;
        }
        if (reading.opensStretch(i)) {
            return false;
        }
        WordClass left = reading.classes[i - 1];
        return switch (reading.classes[i]) {
            case COMMA, SEMICOLON, DASH, OPEN_BRACKET, COLON -> true;
            case STOP -> reading.capitalised(i + 1) || i + 2 >= scene.last;
            case COORDINATOR -> left != WordClass.COMMA;
            case GERUND -> left.isNominal() || left == WordClass.ADVERB || left == WordClass.ADJECTIVE;
            case SUBORDINATOR ->
                left != WordClass.COMMA && !reading.lower[i].equals("than") && !reading.lower[i].equals("that");
            case PREPOSITION -> left != WordClass.COMMA && !reading.lower[i].equals("of");
            case TO, RELATIVE -> left != WordClass.COMMA && left != WordClass.PREPOSITION;
            default -> isTime(reading, i) || reading.classes[i].isVerbal() && scene.modifies && left.isNominal();
        };
    }

    private static boolean isTime(Reading reading, int i) {
        String word = reading.lower[i];
        boolean day = TimeWords.isDay(word)
                && !TimeWords.isDay(reading.wordAt(i - 1))
                && reading.classAt(i - 1) != WordClass.PREPOSITION;
        boolean last = (word.equals("last") || word.equals("this") || word.equals("earlier"))
                && TimeWords.isAdjunct(reading.wordAt(i + 1));
        return day || last;
    }
}
