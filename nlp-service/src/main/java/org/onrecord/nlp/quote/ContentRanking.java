package org.onrecord.nlp.quote;

import java.util.List;

/** Chooses what a cue reports among the candidates by a weighted sum of their traits. */
final class ContentRanking {

    private static final Weights WEIGHTS = Weights.load("content", ContentTrait.class);

    private ContentRanking() {}

    /**
     * The chosen content.
     *
     * @param probability of the choice among the candidates
     */
    record Choice(ContentCandidate content, double probability) {
        String rule() {
            if (content.has(ContentTrait.AROUND)) {
                return "around-cue";
            }
            return content.has(ContentTrait.BEFORE) ? "before-cue" : "after-cue";
        }
    }

    /** Returns the choice, or null where there is nothing to choose from. */
    static Choice best(List<ContentCandidate> candidates) {
        ContentCandidate best = null;
        double highest = Double.NEGATIVE_INFINITY;
        double total = 0;
        for (ContentCandidate candidate : candidates) {
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
