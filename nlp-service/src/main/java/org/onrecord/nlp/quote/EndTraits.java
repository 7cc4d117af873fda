package org.onrecord.nlp.quote;

/** What can be seen where a candidate behind its cue ends. */
final class EndTraits {

    private static final int AHEAD = 12;

    private final Scene scene;
    private final Reading reading;
    private final Cue cue;
    private final Reading.Range sentence;

    EndTraits(Scene scene) {
        this.scene = scene;
        this.reading = scene.reading;
        this.cue = scene.cue;
        this.sentence = scene.sentence;
    }

    void describe(TraitVector<ContentTrait> traits, int end, ContentTrait ending, boolean finite, boolean that) {
        int last = scene.last;
        if (ending != ContentTrait.END_SENTENCE) {
            boolean subordinate = ending == ContentTrait.END_SUBORDINATOR;
            boolean cueNext = scene.cueSoonAfter(end);
            traits.set(ContentTrait.END_BEFORE_OTHER_CUE, cueNext && !subordinate);
            traits.set(ContentTrait.WHEN_BEFORE_OTHER_CUE, cueNext && subordinate);
            traits.set(
                    ContentTrait.END_QUOTE_COMMA, reading.closesStretch(end - 1) && ending != ContentTrait.END_QUOTE);
            traits.set(ContentTrait.END_PRONOUN_SUBJECT, subjectFollows(end));
            traits.set(ContentTrait.CONTENT_WITHOUT_VERB_YET, !finite);
            coordination(traits, end, ending);
        }
        objectEnds(traits, ending, scene.objectOnly);
        boolean fronted = scene.isFronted();
        traits.set(ContentTrait.FRONTED_END_COMMA, fronted && ending == ContentTrait.END_COMMA);
        traits.set(ContentTrait.FRONTED_END_SENTENCE, fronted && ending == ContentTrait.END_SENTENCE);
        traits.set(
                ContentTrait.CLAUSE_END_AND_SUBJECT,
                (ending == ContentTrait.END_AND || ending == ContentTrait.END_COMMA_AND)
                        && scene.clauseFollows(end, last));
        traits.set(ContentTrait.REST_FINITE, end < last && reading.hasFiniteVerb(end, Math.min(last, end + AHEAD)));
        traits.set(ContentTrait.THAT_THEN_THAT, end < last && that && thatFollows(end));
    }

    private void coordination(TraitVector<ContentTrait> traits, int end, ContentTrait ending) {
        int next = end;
        while (reading.classAt(next) == WordClass.COMMA
                || reading.classAt(next) == WordClass.COORDINATOR
                || reading.classAt(next) == WordClass.ADVERB
                || reading.classAt(next) == WordClass.DASH) {
            next++;
        }
        WordClass c = reading.classAt(next);
        boolean and = ending == ContentTrait.END_AND || ending == ContentTrait.END_COMMA_AND;
        boolean but = ending == ContentTrait.END_COMMA_BUT;
        boolean verb = c == WordClass.VERB || c == WordClass.AUXILIARY;
        boolean same = verb && next < reading.tokens.size() && sameTense(next);
        traits.set(ContentTrait.AND_SAME_TENSE, and && same);
        traits.set(ContentTrait.AND_OTHER_VERB, and && verb && !same);
        traits.set(ContentTrait.AND_ADVERSE_VERB, but && verb);
        traits.set(ContentTrait.AND_NOUN, and && !verb && !scene.clauseFollows(end, sentence.to()));
        traits.set(ContentTrait.COMMA_SAME_TENSE, ending == ContentTrait.END_COMMA && same);
        traits.set(ContentTrait.COMMA_APPOSITION, ending == ContentTrait.END_COMMA && c == WordClass.DETERMINER);
    }

    /** "said … and left", "has promised … and is": the same form as the cue or its helping verb. */
    private boolean sameTense(int verb) {
        int helper = cue.from();
        while (helper > sentence.from()
                && (reading.classAt(helper - 1) == WordClass.ADVERB
                        || reading.classAt(helper - 1) == WordClass.AUXILIARY)) {
            helper--;
        }
        String form = reading.tokens.get(verb).tag();
        return form.equals(reading.tokens.get(cue.from()).tag())
                || form.equals(reading.tokens.get(helper).tag());
    }

    private void objectEnds(TraitVector<ContentTrait> traits, ContentTrait ending, boolean object) {
        traits.set(ContentTrait.OBJECT_END_SENTENCE, object && ending == ContentTrait.END_SENTENCE);
        traits.set(ContentTrait.OBJECT_END_SUBORDINATOR, object && ending == ContentTrait.END_SUBORDINATOR);
        traits.set(
                ContentTrait.OBJECT_END_AND,
                object && (ending == ContentTrait.END_AND || ending == ContentTrait.END_COMMA_AND));
        traits.set(
                ContentTrait.OBJECT_END_COMMA,
                object
                        && (ending == ContentTrait.END_COMMA
                                || ending == ContentTrait.END_COMMA_GERUND
                                || ending == ContentTrait.END_RELATIVE));
        traits.set(ContentTrait.OBJECT_END_TIME, object && ending == ContentTrait.END_TIME);
        traits.set(ContentTrait.OBJECT_END_PREPOSITION, object && ending == ContentTrait.END_PREPOSITION);
    }

    private boolean thatFollows(int end) {
        return reading.wordAt(end + 1).equals("that") || reading.wordAt(end + 2).equals("that");
    }

    private boolean subjectFollows(int from) {
        for (int i = from; i < Math.min(from + 4, sentence.to()); i++) {
            if (reading.classes[i] == WordClass.PRONOUN) {
                return true;
            }
        }
        return false;
    }
}
