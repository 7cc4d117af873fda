package org.onrecord.nlp.quote.report;

import java.util.Set;

import org.onrecord.nlp.quote.content.ContentCandidate;
import org.onrecord.nlp.quote.content.ContentCandidate.Span;
import org.onrecord.nlp.quote.content.ContentRanking;
import org.onrecord.nlp.quote.content.ContentTrait;
import org.onrecord.nlp.quote.cue.Cue;
import org.onrecord.nlp.quote.cue.CueLexicon;
import org.onrecord.nlp.quote.reading.Reading;
import org.onrecord.nlp.quote.reading.WordClass;
import org.onrecord.nlp.quote.speaker.SpeakerRanking;
import org.onrecord.nlp.quote.weight.TraitVector;
import org.onrecord.nlp.quote.weight.Weights;

/** How likely a cue with its best content and speaker is an act of speech, and how likely all of it is right. */
public final class Acceptance {

    private static final Weights SPEECH = Weights.load("acceptance", AcceptanceTrait.class);
    private static final Weights RIGHT = Weights.load("confidence", ConfidenceTrait.class);

    private static final int NEAR = 3;
    private static final int SHORT = 4;
    private static final int MOST_COMMAS = 4;
    private static final int WEAK_GRADE = 3;
    private static final Set<String> MODALS =
            Set.of("would", "could", "might", "may", "should", "will", "can", "must", "’d", "'d", "’ll", "'ll");

    private static final Set<String> NEUTRAL = Set.of("say", "tell", "add", "note", "according to");

    private Acceptance() {}

    /** Probability that the cue reports the content, nearly as it is bounded. */
    public static double ofSpeech(double[] traits) {
        return probability(SPEECH.score(traits));
    }

    /** Probability, not yet calibrated, that content and speaker are right. */
    public static double ofAll(double[] confidenceTraits) {
        return probability(RIGHT.score(confidenceTraits));
    }

    public static double probability(double score) {
        return 1 / (1 + Math.exp(-score));
    }

    /** By the ordinals of {@link ConfidenceTrait}. */
    public static double[] confidenceTraits(
            Reading reading, Cue cue, double[] traits, SpeakerRanking.Choice speaker, ContentCandidate content) {
        TraitVector<ConfidenceTrait> t = new TraitVector<>(ConfidenceTrait.class);
        t.set(ConfidenceTrait.ALWAYS, true);
        t.set(ConfidenceTrait.ACCEPTANCE, SPEECH.score(traits));
        t.set(ConfidenceTrait.SPEAKER_CERTAINTY, speaker == null ? 0 : speaker.probability());
        t.set(ConfidenceTrait.SPEAKER_NONE, speaker == null);
        t.set(
                ConfidenceTrait.NEUTRAL_CUE,
                cue.form() != Cue.Form.GERUND && NEUTRAL.contains(cue.entry().lemma()));
        t.set(
                ConfidenceTrait.QUOTED_BEHIND_CUE,
                content.has(ContentTrait.AFTER)
                        && reading.quoted(content.spans().getFirst().from()));
        return t.values();
    }

    /** By the ordinals of {@link AcceptanceTrait}. */
    public static double[] traits(
            Reading reading, Cue cue, SpeakerRanking.Choice speaker, ContentRanking.Choice content) {
        TraitVector<AcceptanceTrait> t = new TraitVector<>(AcceptanceTrait.class);
        t.set(AcceptanceTrait.ALWAYS, true);
        cue(t, reading, cue);
        t.set(AcceptanceTrait.SPEAKER_CERTAINTY, speaker == null ? 0 : speaker.probability());
        t.set(AcceptanceTrait.CONTENT_CERTAINTY, content.probability());
        start(t, reading, content.content());
        words(t, reading, content.content());
        boolean quotes = t.has(AcceptanceTrait.CONTENT_QUOTED) || t.has(AcceptanceTrait.CONTENT_PARTLY_QUOTED);
        t.set(AcceptanceTrait.WEAK_CUE_WITHOUT_QUOTE, cue.entry().grade() >= WEAK_GRADE && !quotes);
        return t.values();
    }

    private static void cue(TraitVector<AcceptanceTrait> t, Reading reading, Cue cue) {
        boolean unknown = cue.entry().lemma().isEmpty();
        t.set(AcceptanceTrait.GRADE_1, cue.entry().grade() == 1);
        t.set(AcceptanceTrait.GRADE_2, cue.entry().grade() == 2);
        t.set(
                AcceptanceTrait.UNKNOWN_CUE_BEFORE_FRAGMENT,
                unknown && cue.entry().takes(CueLexicon.Frame.OBJECT));
        t.set(AcceptanceTrait.INFINITIVE, cue.form() == Cue.Form.INFINITIVE);
        t.set(AcceptanceTrait.NOUN_CUE, cue.form() == Cue.Form.NOUN);
        t.set(AcceptanceTrait.PASSIVE, cue.form() == Cue.Form.PASSIVE);
        t.set(AcceptanceTrait.OBJECT_ONLY, cue.entry().frames().equals("o"));
        for (int i = Math.max(0, cue.from() - NEAR); i < cue.from(); i++) {
            if (MODALS.contains(reading.lower[i])) {
                t.set(AcceptanceTrait.MODAL, true);
            }
        }
    }

    private static void start(TraitVector<AcceptanceTrait> t, Reading reading, ContentCandidate content) {
        boolean quotedBehindColon = content.has(ContentTrait.COLON)
                && reading.quoted(content.spans().getFirst().from());
        t.set(AcceptanceTrait.QUOTED_BEFORE, content.has(ContentTrait.QUOTE_BEFORE));
        t.set(AcceptanceTrait.QUOTED_AFTER_COMMA, content.has(ContentTrait.AFTER_QUOTE_MARK) || quotedBehindColon);
        t.set(AcceptanceTrait.CONTENT_PREPOSITION, content.has(ContentTrait.PREPOSITION_STARTS));
        t.set(
                AcceptanceTrait.CONTENT_THAT,
                content.has(ContentTrait.THAT_AT_ONCE) || content.has(ContentTrait.THAT_LATER));
    }

    private static void words(TraitVector<AcceptanceTrait> t, Reading reading, ContentCandidate content) {
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
        }
        t.set(AcceptanceTrait.CONTENT_QUOTED, quoted == words);
        t.set(AcceptanceTrait.CONTENT_PARTLY_QUOTED, quoted > 0 && quoted < words);
        t.set(AcceptanceTrait.CONTENT_FINITE, finite);
        t.set(AcceptanceTrait.CONTENT_SHORT, words < SHORT);
        t.set(AcceptanceTrait.COMMAS_INSIDE, Math.min(commas, MOST_COMMAS));
    }
}
