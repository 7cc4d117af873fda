package org.onrecord.nlp.quote.content;

import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;
import org.onrecord.nlp.quote.weight.TraitVector;

/** What can be seen where a candidate behind its cue ends. */
final class EndTraits {

    private static final int AHEAD = 12;

    private final Scene scene;
    private final Reading reading;

    EndTraits(Scene scene) {
        this.scene = scene;
        this.reading = scene.reading;
    }

    void describe(TraitVector<ContentTrait> traits, int from, int end, ContentTrait ending, boolean finite) {
        int last = scene.last;
        traits.set(ContentTrait.REST_FINITE, end < last && reading.hasFiniteVerb(end, Math.min(last, end + AHEAD)));
        if (ending == ContentTrait.END_SENTENCE) {
            return;
        }
        boolean subordinate = ending == ContentTrait.END_SUBORDINATOR;
        boolean cueNext = scene.cueSoonAfter(end);
        traits.set(ContentTrait.END_BEFORE_OTHER_CUE, cueNext && !subordinate);
        traits.set(ContentTrait.WHEN_BEFORE_OTHER_CUE, cueNext && subordinate);
        traits.set(ContentTrait.CONTENT_WITHOUT_VERB_YET, !finite);
        traits.set(ContentTrait.AND_VERB_OF_CUES_TENSE, verbOfCuesTense(from, end));
        boolean and = ending == ContentTrait.END_AND || ending == ContentTrait.END_COMMA_AND;
        traits.set(ContentTrait.AND_NOUN, and && !verbFollows(end) && !scene.clauseFollows(end, scene.sentence.to()));
    }

    /** A verb of the cue's tag follows, "and" and adverbs left out, and the first verb of the content has another. */
    private boolean verbOfCuesTense(int from, int end) {
        int next = behindLinks(end);
        String tense = reading.tokens.get(scene.cue.from()).tag();
        if (reading.classAt(next) != WordClass.VERB
                || !reading.tokens.get(next).tag().equals(tense)) {
            return false;
        }
        for (int i = from; i < end; i++) {
            if (reading.classes[i] == WordClass.VERB || reading.classes[i] == WordClass.AUXILIARY) {
                return !reading.tokens.get(i).tag().equals(tense);
            }
        }
        return true;
    }

    private boolean verbFollows(int end) {
        int next = behindLinks(end);
        return reading.classAt(next) == WordClass.VERB || reading.classAt(next) == WordClass.AUXILIARY;
    }

    private int behindLinks(int end) {
        int next = end;
        while (reading.classAt(next) == WordClass.COMMA
                || reading.classAt(next) == WordClass.COORDINATOR
                || reading.classAt(next) == WordClass.ADVERB
                || reading.classAt(next) == WordClass.DASH) {
            next++;
        }
        return next;
    }
}
