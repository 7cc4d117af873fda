package org.onrecord.nlp.quote;

import java.util.BitSet;
import java.util.Set;

import org.onrecord.nlp.quote.ContentCandidate.Span;
import org.onrecord.nlp.quote.CueLexicon.Frame;

/** The traits of a whole report, by which it is kept or dropped and its confidence is told. */
final class Acceptance {

    private static final Set<String> NEGATIONS = Set.of("not", "n't", "n’t", "never", "no", "nor");
    private static final Set<String> MODALS =
            Set.of("would", "could", "might", "may", "should", "will", "can", "must", "’d", "'d", "’ll", "'ll");

    private Acceptance() {}

    static double[] traits(
            Reading reading, Cue cue, SpeakerRanking.Choice speaker, ContentRanking.Choice content, BitSet cueTokens) {
        double[] t = new double[AcceptanceTrait.values().length];
        set(t, AcceptanceTrait.ALWAYS, true);
        cue(t, reading, cue);
        speaker(t, reading, speaker);
        content(t, reading, content, cueTokens);
        fragment(t, reading, cue, content.content());
        boolean weak = cue.entry().grade() >= 3;
        ContentCandidate what = content.content();
        set(t, AcceptanceTrait.QUOTED_BEFORE, what.has(ContentTrait.QUOTE_BEFORE));
        set(
                t,
                AcceptanceTrait.QUOTED_AFTER_COMMA,
                what.has(ContentTrait.AFTER_QUOTE_MARK)
                        || what.has(ContentTrait.COLON)
                                && reading.quoted(what.spans().getFirst().from()));
        set(
                t,
                AcceptanceTrait.WEAK_CUE_WITHOUT_QUOTE,
                weak
                        && t[AcceptanceTrait.CONTENT_QUOTED.ordinal()]
                                        + t[AcceptanceTrait.CONTENT_PARTLY_QUOTED.ordinal()]
                                == 0);
        set(t, AcceptanceTrait.WEAK_CUE_WITH_THAT, weak && t[AcceptanceTrait.CONTENT_THAT.ordinal()] > 0);
        return t;
    }

    private static void cue(double[] t, Reading reading, Cue cue) {
        set(
                t,
                AcceptanceTrait.values()[
                        AcceptanceTrait.GRADE_1.ordinal() + cue.entry().grade() - 1],
                true);
        set(t, AcceptanceTrait.FINITE, cue.form() == Cue.Form.FINITE);
        set(t, AcceptanceTrait.GERUND, cue.form() == Cue.Form.GERUND);
        set(t, AcceptanceTrait.INFINITIVE, cue.form() == Cue.Form.INFINITIVE);
        set(t, AcceptanceTrait.PASSIVE, cue.form() == Cue.Form.PASSIVE);
        set(t, AcceptanceTrait.ACCORDING, cue.form() == Cue.Form.ACCORDING);
        String tag = reading.tokens.get(cue.from()).tag();
        set(t, AcceptanceTrait.PRESENT, tag.equals("VBZ") || tag.equals("VBP"));
        set(t, AcceptanceTrait.OBJECT_ONLY, cue.entry().frames().equals("o"));
        for (int i = Math.max(0, cue.from() - 3); i < cue.from(); i++) {
            if (NEGATIONS.contains(reading.lower[i])) {
                set(t, AcceptanceTrait.NEGATED, true);
            }
            if (MODALS.contains(reading.lower[i])) {
                set(t, AcceptanceTrait.MODAL, true);
            }
        }
        set(t, AcceptanceTrait.HEADLINE, reading.sentence(cue.from()).paragraph() == 0);
    }

    /** Quoted words in the object of any verb: a title is capitalised, a scare quote is short. */
    private static void fragment(double[] t, Reading reading, Cue cue, ContentCandidate content) {
        if (!cue.entry().lemma().isEmpty()) {
            return;
        }
        boolean object = cue.entry().takes(Frame.OBJECT);
        set(t, AcceptanceTrait.UNKNOWN_CUE, !object);
        set(t, AcceptanceTrait.UNKNOWN_CUE_BEFORE_FRAGMENT, object);
        int open = content.spans().getFirst().from();
        while (open < content.spans().getLast().to() && !reading.quoted(open)) {
            open++;
        }
        if (object && reading.quoted(open)) {
            int length = reading.stretchEnd(open) - open - 2;
            set(t, AcceptanceTrait.FRAGMENT_SHORT, length < 3);
            set(t, AcceptanceTrait.FRAGMENT_LONG, length > 7);
            set(t, AcceptanceTrait.FRAGMENT_CAPITALISED, reading.capitalised(open + 1));
            set(t, AcceptanceTrait.FRAGMENT_AFTER_DETERMINER, reading.classAt(open - 1) == WordClass.DETERMINER);
        }
    }

    private static void speaker(double[] t, Reading reading, SpeakerRanking.Choice choice) {
        if (choice == null) {
            set(t, AcceptanceTrait.SPEAKER_NONE, true);
            return;
        }
        SpeakerCandidate speaker = choice.speaker();
        set(t, AcceptanceTrait.SPEAKER_PRONOUN, speaker.has(SpeakerTrait.SUBJECT_PRONOUN));
        set(t, AcceptanceTrait.SPEAKER_NAME, speaker.has(SpeakerTrait.NAME));
        set(t, AcceptanceTrait.SPEAKER_NOUN, speaker.has(SpeakerTrait.SPEAKING_NOUN));
        set(
                t,
                AcceptanceTrait.SPEAKER_DIRECT,
                speaker.has(SpeakerTrait.DIRECTLY_BEFORE)
                        || speaker.has(SpeakerTrait.INVERTED)
                        || speaker.has(SpeakerTrait.INVERTED_AFTER_COMMA));
        t[AcceptanceTrait.SPEAKER_CERTAINTY.ordinal()] = choice.probability();
    }

    private static void content(double[] t, Reading reading, ContentRanking.Choice choice, BitSet cueTokens) {
        ContentCandidate content = choice.content();
        int words = 0;
        int quoted = 0;
        int commas = 0;
        boolean finite = false;
        for (Span span : content.spans()) {
            for (int i = span.from(); i < span.to(); i++) {
                words++;
                quoted += reading.quoted(i) ? 1 : 0;
                commas += reading.classes[i] == WordClass.COMMA ? 1 : 0;
            }
            finite |= reading.hasFiniteVerb(span.from(), span.to());
            int inside = cueTokens.nextSetBit(span.from());
            set(t, AcceptanceTrait.CUE_INSIDE, inside >= 0 && inside < span.to());
        }
        t[AcceptanceTrait.CONTENT_CERTAINTY.ordinal()] = choice.probability();
        set(t, AcceptanceTrait.CONTENT_BEFORE, content.has(ContentTrait.BEFORE));
        set(t, AcceptanceTrait.CONTENT_AROUND, content.has(ContentTrait.AROUND));
        set(t, AcceptanceTrait.CONTENT_QUOTED, quoted == words);
        set(t, AcceptanceTrait.CONTENT_PARTLY_QUOTED, quoted > 0 && quoted < words);
        set(
                t,
                AcceptanceTrait.CONTENT_THAT,
                content.has(ContentTrait.THAT_AT_ONCE) || content.has(ContentTrait.THAT_LATER));
        set(t, AcceptanceTrait.CONTENT_FINITE, finite);
        set(t, AcceptanceTrait.CONTENT_TO_SENTENCE_END, content.has(ContentTrait.END_SENTENCE));
        set(t, AcceptanceTrait.CONTENT_SHORT, words < 4);
        t[AcceptanceTrait.CONTENT_LENGTH.ordinal()] = Math.log(words);
        t[AcceptanceTrait.COMMAS_INSIDE.ordinal()] = Math.min(commas, 4);
    }

    private static void set(double[] traits, AcceptanceTrait trait, boolean value) {
        traits[trait.ordinal()] = value ? 1 : 0;
    }
}
