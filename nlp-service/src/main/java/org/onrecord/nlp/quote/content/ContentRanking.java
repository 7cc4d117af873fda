package org.onrecord.nlp.quote.content;

import java.util.List;

import org.onrecord.nlp.quote.weight.Weights;

/** Chooses what a cue reports among the candidates by a weighted sum of their traits. */
public final class ContentRanking {

    private static final Weights WEIGHTS = Weights.load("content", ContentTrait.class);

    private static final double NEARLY = 0.8;
    /** Among candidates that support each other, the likelier one. */
    private static final double OWN_WEIGHT = 0.5;

    private ContentRanking() {}

    /**
     * The chosen content.
     *
     * @param probability that it covers what is right nearly or exactly
     */
    public record Choice(ContentCandidate content, double probability) {
        public String rule() {
            if (content.has(ContentTrait.AROUND)) {
                return "around-cue";
            }
            return content.has(ContentTrait.BEFORE) ? "before-cue" : "after-cue";
        }
    }

    /**
     * Returns the choice, or null where there is nothing to choose from. The best candidate is the one that most probably
     * covers what is right nearly or exactly: neighbours that differ by a word or two support each other.
     */
    public static Choice best(List<ContentCandidate> candidates) {
        if (candidates.isEmpty()) {
            return null;
        }
        double[] likely = new double[candidates.size()];
        double total = 0;
        for (int i = 0; i < likely.length; i++) {
            likely[i] = Math.exp(WEIGHTS.score(candidates.get(i).traits()));
            total += likely[i];
        }
        int best = -1;
        double highest = -1;
        for (int i = 0; i < likely.length; i++) {
            double support = likely[i] * OWN_WEIGHT;
            for (int k = 0; k < likely.length; k++) {
                if (candidates.get(i).share(candidates.get(k)) >= NEARLY) {
                    support += likely[k];
                }
            }
            if (support > highest) {
                highest = support;
                best = i;
            }
        }
        return new Choice(candidates.get(best), (highest - likely[best] * OWN_WEIGHT) / total);
    }
}
