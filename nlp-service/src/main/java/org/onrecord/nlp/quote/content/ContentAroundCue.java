package org.onrecord.nlp.quote.content;

import java.util.ArrayList;
import java.util.List;

import org.onrecord.nlp.quote.content.ContentCandidate.Span;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;
import org.onrecord.nlp.quote.weight.TraitVector;

/** Content on both sides of its cue: {@code “A,” she said, “b.”}, {@code The museum, he said, would open}. */
final class ContentAroundCue {

    private static final int WINDOW = 16;

    private final Scene scene;
    private final Reading reading;
    private final Span before;
    private final TraitVector<ContentTrait> traitsBefore;
    private final List<ContentCandidate> found = new ArrayList<>();

    ContentAroundCue(Scene scene, Span before, TraitVector<ContentTrait> traitsBefore) {
        this.scene = scene;
        this.reading = scene.reading;
        this.before = before;
        this.traitsBefore = traitsBefore;
    }

    /** @param behind where the sentence goes on behind cue, speaker and time */
    List<ContentCandidate> find(int behind) {
        int last = scene.last;
        int quote = nextOpening(behind, last);
        if (quote >= 0) {
            around(new Span(quote, Math.min(reading.stretchEnd(quote), last)), true, true);
            if (reading.stretchEnd(quote) < last) {
                around(new Span(quote, last), true, false);
            }
        }
        int mark = nextMark(behind, last);
        if (mark >= 0 && mark + 1 < last && mark + 1 != quote) {
            around(new Span(mark + 1, last), false, false);
        }
        return found;
    }

    private void around(Span after, boolean quote, boolean closes) {
        TraitVector<ContentTrait> traits = traitsBefore.copy();
        boolean first = traits.has(ContentTrait.QUOTE_BEFORE);
        WordClass start = reading.classes[after.from()];
        traits.set(ContentTrait.BEFORE, false);
        traits.set(ContentTrait.AROUND, true);
        boolean split = quote && first && splits(after);
        traits.set(ContentTrait.SPLIT_QUOTATION, split);
        boolean wholly = reading.opensStretch(before.from())
                && reading.stretchOf[before.from()] == reading.stretchOf[before.to() - 1];
        traits.set(ContentTrait.AROUND_QUOTE_THEN_NONE, !quote && first && wholly);
        boolean verbFirst = start == WordClass.VERB || start == WordClass.AUXILIARY;
        traits.set(ContentTrait.AROUND_SUBJECT_VERB, !quote && scene.clauseFollows(after.from(), after.to()));
        traits.set(ContentTrait.AROUND_VERB_FIRST, !quote && verbFirst);
        traits.set(ContentTrait.AROUND_BEFORE_LACKS_VERB, !reading.hasFiniteVerb(before.from(), before.to()));
        traits.set(ContentTrait.END_QUOTE, closes);
        traits.set(
                ContentTrait.PARENTHETICAL_CUE,
                traits.has(ContentTrait.COMMA_BEFORE) && after.from() - 1 == scene.skipTime(scene.rest));
        traits.set(ContentTrait.BEFORE_CLAUSE_ALONE, false);
        found.add(new ContentCandidate(List.of(before, after), traits.values()));
    }

    private boolean splits(Span after) {
        WordClass mark = reading.classAt(after.from() - 1);
        return reading.opensStretch(before.from())
                && reading.stretchOf[before.from()] == reading.stretchOf[before.to() - 1]
                && reading.classAt(before.to() - 2) != WordClass.STOP
                && (mark == WordClass.COMMA || mark == WordClass.DASH || mark == WordClass.COLON)
                && !reading.hasFiniteVerb(scene.rest, after.from());
    }

    private int nextOpening(int from, int last) {
        for (int i = from; i < last; i++) {
            if (reading.opensStretch(i)) {
                return i;
            }
        }
        return -1;
    }

    private int nextMark(int from, int last) {
        for (int i = from; i < Math.min(last, from + WINDOW) && !reading.quoted(i); i++) {
            WordClass c = reading.classes[i];
            if (c == WordClass.COMMA || c == WordClass.DASH || c == WordClass.COLON || c == WordClass.SEMICOLON) {
                return i;
            }
        }
        return -1;
    }
}
