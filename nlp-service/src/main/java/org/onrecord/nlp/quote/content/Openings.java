package org.onrecord.nlp.quote.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.onrecord.nlp.quote.content.Opening.Kind;
import org.onrecord.nlp.quote.cue.Cue;
import org.onrecord.nlp.quote.reading.NounPhrases;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;

/** Each place around a cue where its content may begin. */
final class Openings {

    private static final int NEAR = 14;
    private static final int FAR = 40;
    private static final int MOST_BEHIND = 16;
    private static final int MOST_BEFORE = 7;
    private static final int LONGEST_PHRASE = 12;
    private static final Set<String> QUESTIONS =
            Set.of("whether", "if", "what", "how", "why", "who", "when", "where", "which");

    /** {@code Asked whether it was safe, he said:} tells what was asked and not what was said. */
    private static final Set<String> QUESTIONED = Set.of("asked", "questioned", "pressed", "quizzed");

    private final Scene scene;
    private final Reading reading;
    private final Cue cue;
    private final List<Opening> found = new ArrayList<>();

    Openings(Scene scene) {
        this.scene = scene;
        this.reading = scene.reading;
        this.cue = scene.cue;
    }

    List<Opening> find() {
        behind();
        before();
        return found;
    }

    private void behind() {
        int addressee = NounPhrases.endOf(reading, cue.to(), scene.last);
        int time = scene.skipTime(scene.rest);
        int timeOfCue = scene.skipTime(cue.to());
        int end = Math.min(scene.last, cue.to() + FAR);
        for (int p = cue.to(); p < end && found.size() < MOST_BEHIND; p++) {
            if (scene.hidden(p)) {
                continue;
            }
            Kind kind = kind(p, addressee, time, timeOfCue);
            boolean far = p - cue.to() > NEAR;
            if (kind != null && (!far || kind == Kind.QUOTE || kind == Kind.THAT || kind == Kind.COLON)) {
                found.add(new Opening(p, -1, kind));
            }
        }
    }

    private Kind kind(int p, int addressee, int time, int timeOfCue) {
        WordClass c = reading.classes[p];
        WordClass left = reading.classAt(p - 1);
        String word = reading.lower[p];
        if (c == WordClass.COMMA || c == WordClass.COLON || c == WordClass.DASH || c == WordClass.STOP) {
            return null;
        }
        if (c == WordClass.PREPOSITION && insertedBeforeThat(p)) {
            return null;
        }
        if (reading.opensStretch(p)) {
            return Kind.QUOTE;
        }
        if (word.equals("that") && p > cue.to() - 1) {
            return Kind.THAT;
        }
        if (reading.wordAt(p - 1).equals("that") && p > cue.to()) {
            return null;
        }
        if (left == WordClass.COLON && p > cue.to()) {
            return Kind.COLON;
        }
        if (p == cue.to()) {
            return Kind.AT_ONCE;
        }
        if (p == scene.rest) {
            return Kind.BEHIND_SPEAKER;
        }
        if (p == time || p == timeOfCue) {
            return Kind.BEHIND_TIME;
        }
        if (left == WordClass.COMMA || left == WordClass.DASH || left == WordClass.SEMICOLON) {
            return Kind.COMMA;
        }
        if (QUESTIONS.contains(word)) {
            return Kind.QUESTION;
        }
        if (c == WordClass.TO) {
            return Kind.TO;
        }
        if (left == WordClass.PREPOSITION
                || left == WordClass.TO
                || reading.wordAt(p - 1).equals("as")) {
            return Kind.PREPOSITION;
        }
        if (c == WordClass.GERUND) {
            return Kind.GERUND;
        }
        if (p == addressee || juxtaposed(c, left)) {
            return Kind.JUXTAPOSED;
        }
        return left == WordClass.ADVERB && p <= cue.to() + 2 ? Kind.BEHIND_ADVERB : null;
    }

    /** {@code said, in a letter sent on Monday, that it was sorry} */
    private boolean insertedBeforeThat(int p) {
        for (int i = p + 1; i < Math.min(scene.last, p + NEAR); i++) {
            if (scene.hidden(i) || reading.classes[i] == WordClass.COMMA) {
                return reading.wordAt(i + 1).equals("that") && !scene.hidden(i);
            }
        }
        return false;
    }

    /** "told the council he", "said Tuesday the": a noun phrase right behind another. */
    private static boolean juxtaposed(WordClass c, WordClass left) {
        boolean begins = c == WordClass.PRONOUN || c == WordClass.DETERMINER || c == WordClass.NAME;
        return begins
                && (left.isNominal() || left == WordClass.ADVERB || left == WordClass.NUMBER)
                && !(c == WordClass.NAME && left == WordClass.NAME);
    }

    private void before() {
        int floor = scene.sentence.from();
        boolean speakerBefore = scene.speaker != null && scene.speaker.to() <= cue.from();
        int at = speakerBefore ? phraseStart(scene.speaker.from()) : cue.from();
        int end = withoutLinks(at);
        if (end > floor && mayStandBefore(at, end)) {
            beginnings(end);
        } else if (end <= floor) {
            previousSentence();
        }
        int mark = lastMark(cue.from() - 1);
        if (mark > floor && mark != end && mark != end + 1) {
            beginnings(reading.closesStretch(mark) ? mark + 1 : mark);
        }
        if (cue.form() == Cue.Form.PASSIVE) {
            subject();
        }
    }

    /** A comma, a closing quotation mark, nothing between, or a construction that needs no comma. */
    private boolean mayStandBefore(int at, int end) {
        return end < at || reading.closesStretch(end - 1) || cue.form() == Cue.Form.ACCORDING;
    }

    private int withoutLinks(int at) {
        int end = at;
        int floor = scene.sentence.from();
        if (end > floor && reading.wordAt(end - 1).equals("as")) {
            end--;
        }
        if (end > floor && !reading.quoted(end - 1) && separates(end - 1)) {
            end--;
        }
        return end;
    }

    private boolean separates(int i) {
        WordClass c = reading.classes[i];
        return c == WordClass.COMMA || c == WordClass.DASH || c == WordClass.OPEN_BRACKET || c == WordClass.SEMICOLON;
    }

    /** The last comma or closing quotation mark before the cue. */
    private int lastMark(int from) {
        for (int i = from; i > Math.max(scene.sentence.from(), from - NEAR); i--) {
            if (!scene.hidden(i) && separates(i) || reading.closesStretch(i)) {
                return i;
            }
        }
        return -1;
    }

    private void beginnings(int end) {
        int floor = scene.sentence.from();
        int announced = announcedBefore(end);
        if (announced >= 0) {
            add(announced, end, Kind.QUOTE_BEFORE);
            return;
        }
        if (QUESTIONED.contains(reading.lower[floor])) {
            return;
        }
        add(floor, end, reading.opensStretch(floor) ? Kind.QUOTE_BEFORE : Kind.SENTENCE_START);
        int tries = 0;
        for (int i = end - 1; i > floor && tries < MOST_BEFORE; i--) {
            WordClass left = reading.classes[i - 1];
            if (reading.opensStretch(i)) {
                add(i, end, Kind.QUOTE_BEFORE);
                tries++;
            } else if (!scene.hidden(i)
                    && (left == WordClass.COMMA
                            || left == WordClass.COLON
                            || left == WordClass.SEMICOLON
                            || left == WordClass.DASH
                            || left == WordClass.COORDINATOR
                            || left == WordClass.SUBORDINATOR
                            || left == WordClass.RELATIVE)) {
                add(i, end, Kind.INNER_START);
                tries++;
            }
        }
    }

    /** {@code He was asked: “I will not,” he said.}: nobody said what announces the quotation; -1 where nothing does. */
    private int announcedBefore(int end) {
        if (!reading.closesStretch(end - 1) || reading.quoted(cue.from())) {
            return -1;
        }
        int opening = end - 1;
        while (opening > scene.sentence.from() && reading.stretchOf[opening - 1] == reading.stretchOf[end - 1]) {
            opening--;
        }
        WordClass mark = reading.classAt(opening - 1);
        boolean announced = opening > scene.sentence.from()
                && (mark == WordClass.COLON || mark == WordClass.DASH)
                && reading.capitalised(opening + 1)
                && reading.hasFiniteVerb(opening, end);
        return announced ? opening : -1;
    }

    private void add(int from, int end, Kind kind) {
        if (from < end && found.stream().noneMatch(o -> o.from() == from && o.before() == end)) {
            found.add(new Opening(from, end, kind));
        }
    }

    /** "The fire was reported to have begun": the subject of a passive is part of what is reported. */
    private void subject() {
        int floor = scene.sentence.from();
        int end = cue.from();
        while (end > floor
                && (reading.classAt(end - 1) == WordClass.ADVERB || reading.classAt(end - 1) == WordClass.AUXILIARY)) {
            end--;
        }
        if (end <= floor || !reading.classAt(end - 1).isNominal()) {
            return;
        }
        int from = NounPhrases.startOf(reading, end - 1, floor);
        add(from, end, Kind.SUBJECT);
        int whole = phraseStart(from);
        if (whole < from) {
            add(whole, end, Kind.SUBJECT);
        }
    }

    /** "Mr Morgan of the Sierra Club": back to the comma or quotation mark before the whole phrase. */
    private int phraseStart(int from) {
        int floor = scene.sentence.from();
        for (int i = from - 1; i >= Math.max(floor, from - LONGEST_PHRASE); i--) {
            WordClass c = reading.classes[i];
            if (scene.hidden(i) || reading.quoted(i) || c == WordClass.COMMA || c == WordClass.DASH) {
                return i + 1;
            }
            if (c.isVerbal() || c == WordClass.COORDINATOR || c == WordClass.SUBORDINATOR || c == WordClass.STOP) {
                return from;
            }
        }
        return from;
    }

    /** {@code “Will it last?” Kerry asked.}: the splitter may have cut behind the question mark. */
    private void previousSentence() {
        int previous = reading.sentenceOf[cue.from()] - 1;
        if (previous < 0) {
            return;
        }
        Reading.Range before = reading.sentences.get(previous);
        boolean whole = before.paragraph() == scene.sentence.paragraph()
                && reading.quoted(before.from())
                && reading.stretchOf[before.from()] == reading.stretchOf[before.to() - 1];
        if (whole) {
            add(before.from(), before.to(), Kind.PREVIOUS_SENTENCE);
        }
    }
}
