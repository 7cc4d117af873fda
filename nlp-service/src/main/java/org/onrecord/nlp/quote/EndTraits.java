package org.onrecord.nlp.quote;

/** What can be seen where a candidate behind its cue ends. */
final class EndTraits {

    private static final int AHEAD = 12;

    private final Scene scene;
    private final Reading reading;

    EndTraits(Scene scene) {
        this.scene = scene;
        this.reading = scene.reading;
    }

    void describe(TraitVector<ContentTrait> traits, int end, ContentTrait ending, boolean finite) {
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
        boolean and = ending == ContentTrait.END_AND || ending == ContentTrait.END_COMMA_AND;
        traits.set(ContentTrait.AND_NOUN, and && !verbFollows(end) && !scene.clauseFollows(end, scene.sentence.to()));
    }

    private boolean verbFollows(int end) {
        int next = end;
        while (reading.classAt(next) == WordClass.COMMA
                || reading.classAt(next) == WordClass.COORDINATOR
                || reading.classAt(next) == WordClass.ADVERB
                || reading.classAt(next) == WordClass.DASH) {
            next++;
        }
        return reading.classAt(next) == WordClass.VERB || reading.classAt(next) == WordClass.AUXILIARY;
    }
}
