package org.onrecord.nlp.quote.content;

import java.util.ArrayList;
import java.util.List;

import org.onrecord.nlp.quote.content.ContentCandidate.Span;
import org.onrecord.nlp.quote.cue.Cue;
import org.onrecord.nlp.quote.reading.NounPhrases;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;
import org.onrecord.nlp.quote.weight.TraitVector;

/** Content that its cue follows: {@code “…,” Kerry said}, {@code The talks failed, according to Kerry}. */
final class ContentBeforeCue {

    private final Scene scene;
    private final Reading reading;
    private final Cue cue;
    private final Reading.Range sentence;
    private final int rest;
    private final List<ContentCandidate> found = new ArrayList<>();

    ContentBeforeCue(Scene scene) {
        this.scene = scene;
        this.reading = scene.reading;
        this.cue = scene.cue;
        this.sentence = scene.sentence;
        this.rest = scene.rest;
    }

    List<ContentCandidate> find() {
        passive();
        boolean speakerBefore = scene.speaker != null && scene.speaker.to() <= cue.from();
        int end = speakerBefore ? phraseStart(scene.speaker.from()) : cue.from();
        boolean as = end > sentence.from() && reading.wordAt(end - 1).equals("as");
        if (as) {
            end--;
        }
        boolean comma = end > sentence.from()
                && !reading.quoted(end - 1)
                && (reading.classes[end - 1] == WordClass.COMMA || reading.classes[end - 1] == WordClass.DASH);
        if (comma) {
            end--;
        }
        int from = sentence.from();
        boolean linked = as || reading.classAt(end - 1) == WordClass.SUBORDINATOR;
        if (linked && !comma && end > from && !reading.closesStretch(end - 1)) {
            // "He was late after he said it": the cue's clause hangs on what stands before, and reports none of it.
            return found;
        }
        if (scene.objectOnly && end > from && !reading.closesStretch(end - 1)) {
            return found;
        }
        if (end <= from) {
            previousSentence();
            return found;
        }
        int opening = openingOf(end - 1);
        if (!isAnnounced(opening, from, end)) {
            addBefore(from, end, comma, true);
        }
        if (opening > from) {
            addBefore(opening, end, comma, false);
        }
        for (int i = end - 2, tries = 0; i > from && tries < 3; i--) {
            ContentTrait ending = Boundaries.before(scene, i);
            if (ending != null && ending != ContentTrait.END_QUOTE) {
                int start = reading.classes[i] == WordClass.COMMA ? i + 1 : i;
                addBefore(start, end, comma, false);
                tries++;
            }
        }
        return found;
    }

    /** Where the stretch opens that ends here; -1 where none does. */
    private int openingOf(int closer) {
        if (!reading.closesStretch(closer)) {
            return -1;
        }
        int i = closer;
        while (i > sentence.from() && reading.stretchOf[i - 1] == reading.stretchOf[closer]) {
            i--;
        }
        return i;
    }

    /** "Mr Morgan of the Sierra Club": back to the comma or quotation mark before the whole phrase. */
    private int phraseStart(int from) {
        for (int i = from - 1; i >= Math.max(sentence.from(), from - 12); i--) {
            WordClass c = reading.classes[i];
            if (reading.quoted(i) || c == WordClass.COMMA || c == WordClass.DASH) {
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
        boolean whole = before.paragraph() == sentence.paragraph()
                && reading.quoted(before.from())
                && reading.stretchOf[before.from()] == reading.stretchOf[before.to() - 1];
        if (whole) {
            addBefore(before.from(), before.to(), true, true);
        }
    }

    private void addBefore(int from, int end, boolean comma, boolean fromStart) {
        Span span = new Span(from, end);
        TraitVector<ContentTrait> traits = new TraitVector<>(ContentTrait.class);
        boolean quote = reading.closesStretch(end - 1);
        boolean finite = reading.hasFiniteVerb(from, end);
        traits.set(ContentTrait.BEFORE, true);
        traits.set(ContentTrait.QUOTE_BEFORE, quote);
        traits.set(ContentTrait.COMMA_BEFORE, comma && !quote);
        traits.set(ContentTrait.NO_COMMA_BEFORE, !comma && !quote);
        traits.set(ContentTrait.BEFORE_FINITE, finite);
        traits.set(ContentTrait.BEFORE_WITHOUT_VERB, !finite && !quote);
        traits.set(ContentTrait.INVERTED, scene.speakerAfter);
        traits.set(ContentTrait.BEFORE_FROM_START, fromStart);
        traits.set(ContentTrait.BEFORE_THAT_FOLLOWS, reading.wordAt(rest).equals("that"));
        traits.set(
                ContentTrait.BEFORE_PREPOSITION_STARTS,
                reading.classes[from] == WordClass.PREPOSITION || reading.classes[from] == WordClass.SUBORDINATOR);
        traits.set(ContentTrait.ACCORDING_BEHIND_BEFORE, cue.form() == Cue.Form.ACCORDING);
        traits.set(ContentTrait.GERUND_CUE_BEFORE, cue.form() == Cue.Form.GERUND);
        int behind = scene.skipTime(rest);
        traits.set(ContentTrait.CUE_ENDS_SENTENCE, behind >= scene.last);
        int opening = openingOf(end - 1);
        traits.set(
                ContentTrait.MARKED_SENTENCE_IN_IT,
                opening > from && reading.capitalised(opening + 1) && reading.hasFiniteVerb(opening, end));
        traits.set(
                ContentTrait.BEFORE_CLAUSE_ALONE,
                behind < scene.last
                        && !quote
                        && reading.classes[from] == WordClass.SUBORDINATOR
                        && isOnePart(from, end));
        found.add(new ContentCandidate(List.of(span), traits.values()));
        found.addAll(new ContentAroundCue(scene, span, traits).find(behind));
    }

    /** {@code He was asked: “I will not,” he said.}: nobody said what announces the quotation. */
    private boolean isAnnounced(int opening, int from, int end) {
        WordClass mark = reading.classAt(opening - 1);
        return opening > from
                && (mark == WordClass.COLON || mark == WordClass.DASH)
                && reading.capitalised(opening + 1)
                && reading.hasFiniteVerb(opening, end);
    }

    private boolean isOnePart(int from, int end) {
        for (int i = from; i < end; i++) {
            if (reading.classes[i] == WordClass.COMMA && !reading.quoted(i)) {
                return false;
            }
        }
        return true;
    }

    private void passive() {
        int end = cue.from();
        while (end > sentence.from()
                && (reading.classAt(end - 1) == WordClass.ADVERB || reading.classAt(end - 1) == WordClass.AUXILIARY)) {
            end--;
        }
        if (cue.form() != Cue.Form.PASSIVE
                || end <= sentence.from()
                || !reading.classAt(end - 1).isNominal()) {
            return;
        }
        TraitVector<ContentTrait> traits = new TraitVector<>(ContentTrait.class);
        int from = Math.max(sentence.from(), phraseStart(NounPhrases.startOf(reading, end - 1, sentence.from())));
        found.add(new ContentCandidate(List.of(new Span(from, end)), traits.values()));
    }
}
