package org.onrecord.nlp.quote;

import java.util.List;
import java.util.Optional;

/** Chooses what a cue reports among the candidates by a weighted sum of their traits. */
final class ContentRanking {

    private static final double THRESHOLD = 0.5;

    private ContentRanking() {}

    /** The chosen content, its score and the construction it is. */
    record Choice(ContentCandidate content, double score) {
        String rule() {
            if (content.has(ContentTrait.AROUND)) {
                return "around-cue";
            }
            return content.has(ContentTrait.BEFORE) ? "before-cue" : "after-cue";
        }
    }

    static Optional<Choice> best(Cue cue, List<ContentCandidate> candidates) {
        Choice best = null;
        for (ContentCandidate candidate : candidates) {
            double score = score(candidate);
            if (best == null || score > best.score()) {
                best = new Choice(candidate, score);
            }
        }
        double threshold = THRESHOLD + cue.entry().grade();
        return Optional.ofNullable(best).filter(choice -> choice.score() > threshold);
    }

    static double score(ContentCandidate candidate) {
        double score = 0;
        for (ContentTrait trait : ContentTrait.values()) {
            score += trait.first * candidate.traits()[trait.ordinal()];
        }
        return score;
    }
}
