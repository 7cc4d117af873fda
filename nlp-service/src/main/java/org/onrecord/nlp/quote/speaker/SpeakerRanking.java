package org.onrecord.nlp.quote.speaker;

import java.util.List;

import org.onrecord.nlp.weight.Weights;

/** Chooses the speaker among the candidates by a weighted sum of their traits; nobody is a candidate too. Thread-safe. */
public final class SpeakerRanking {

    private static final Weights WEIGHTS = Weights.load("speaker", SpeakerTrait.class);

    private SpeakerRanking() {}

    /**
     * The chosen speaker.
     *
     * @param probability of the choice among the candidates, 0 to 1
     */
    public record Choice(SpeakerCandidate speaker, double probability) {}

    /** Returns the choice, or null where nobody is the better guess. */
    public static Choice best(List<SpeakerCandidate> candidates) {
        SpeakerCandidate best = null;
        double highest = 0;
        double total = 1;
        for (SpeakerCandidate candidate : candidates) {
            double score = WEIGHTS.score(candidate.traits());
            total += Math.exp(score);
            if (score > highest) {
                highest = score;
                best = candidate;
            }
        }
        return best == null ? null : new Choice(best, Math.exp(highest) / total);
    }
}
