package org.onrecord.nlp.quote;

import java.util.List;
import java.util.Optional;

/** Chooses the speaker among the candidates by a weighted sum of their traits. */
final class SpeakerRanking {

    private static final double THRESHOLD = 0.5;

    private SpeakerRanking() {}

    static Optional<SpeakerCandidate> best(List<SpeakerCandidate> candidates) {
        SpeakerCandidate best = null;
        double highest = THRESHOLD;
        for (SpeakerCandidate candidate : candidates) {
            double score = score(candidate);
            if (score > highest) {
                highest = score;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    static double score(SpeakerCandidate candidate) {
        double score = 0;
        for (SpeakerTrait trait : SpeakerTrait.values()) {
            score += trait.first * candidate.traits()[trait.ordinal()];
        }
        return score;
    }
}
