package org.onrecord.nlp.quote.content;

import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;

/** Where a sentence certainly goes on with words that are not those of the report, whatever a model thinks. */
final class OtherWords {

    private OtherWords() {}

    /** @param from where the content begins that may end before {@code i} */
    static boolean begin(Scene scene, int from, int i) {
        return nextReport(scene, from, i) || mainVerb(scene, from, i) || remark(scene, i);
    }

    /** {@code accused him of lying, called on him to go}, {@code Chief Says Wall Will Hold, Denies Cover-Up} */
    private static boolean nextReport(Scene scene, int from, int i) {
        Reading reading = scene.reading;
        WordClass link = reading.classes[i];
        int next = reading.classAt(i + 1) == WordClass.COORDINATOR ? i + 2 : i + 1;
        if (link != WordClass.COMMA && link != WordClass.COORDINATOR || !scene.isCue(next) || reading.quoted(next)) {
            return false;
        }
        boolean headline = link == WordClass.COMMA
                && next == i + 1
                && isPresent(reading, scene.cue.from())
                && isPresent(reading, next);
        boolean coordinated = tag(reading, next).equals("VBD")
                && tag(reading, scene.cue.from()).equals("VBD")
                && !reading.hasFiniteVerb(from, i);
        return headline || coordinated;
    }

    private static boolean isPresent(Reading reading, int token) {
        String word = reading.lower[token];
        return !tag(reading, token).equals("VBD")
                && !tag(reading, token).equals("VBN")
                && !word.endsWith("ed")
                && !word.endsWith("ing");
    }

    /** {@code Jansen, who said she was tired, left early}, {@code a man who calls himself “the Duke” was held} */
    private static boolean mainVerb(Scene scene, int from, int i) {
        Reading reading = scene.reading;
        if (!scene.relative) {
            return false;
        }
        boolean comma = reading.classes[i] == WordClass.COMMA && !reading.quoted(i);
        boolean closed = reading.closesStretch(i - 1) && reading.stretchOf[i - 1] == reading.stretchOf[from];
        int verb = comma ? i + 1 : i;
        String tag = tag(reading, verb);
        boolean finite = reading.classAt(verb) == WordClass.AUXILIARY
                || reading.classAt(verb) == WordClass.VERB
                        && (tag.equals("VBD") || tag.equals("VBZ") || tag.equals("VBP"));
        return (comma || closed) && !scene.hidden(verb) && finite;
    }

    /** {@code said it was “a loss”, a view that few share}: behind a quotation, and nothing quoted follows. */
    private static boolean remark(Scene scene, int i) {
        Reading reading = scene.reading;
        String word = reading.wordAt(i + 1);
        return reading.closesStretch(i - 1)
                && reading.classes[i] == WordClass.COMMA
                && !reading.quoted(i)
                && (word.equals("a") || word.equals("an"))
                && scene.quoteFrom(i) < 0;
    }

    private static String tag(Reading reading, int token) {
        return token < reading.tokens.size() ? reading.tokens.get(token).tag() : "";
    }
}
