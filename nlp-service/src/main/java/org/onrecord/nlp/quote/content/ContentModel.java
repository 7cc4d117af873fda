package org.onrecord.nlp.quote.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.onrecord.nlp.weight.FeatureIds;
import org.onrecord.nlp.weight.HashedWeights;

/**
 * What a cue reports, if anything, by a chain of log-linear choices (see {@link ContentOptions}) with hashed features,
 * words included. Immutable and thread-safe.
 */
public final class ContentModel {

    private static final int WIDTH = 5;
    private static final double FAINT = 0.02;
    private static final double NEARLY = 0.8;
    private static final double OWN_WEIGHT = 0.3;
    private static final double LEAST = 1e-4;
    private static final double FAINTEST_PIECE = 2e-3;
    /** A cue that less probably reports anything has no choices. */
    private static final double HOPELESS = 0.02;

    private static final int MOST_WEIGHED = 60;

    private final HashedWeights weights;

    public ContentModel(HashedWeights weights) {
        this.weights = weights;
    }

    /**
     * What a cue may report.
     *
     * @param spans token ranges, in reading order
     * @param rule where they stand: "after-cue", "before-cue", "around-cue"
     * @param opening what makes the beginning one, {@link Opening.Kind#ordinal()}
     * @param speech probability that the cue reports anything
     * @param exactly probability that these are its words
     * @param nearly probability that these are its words, or all but a fifth of them
     * @param beginning probability that its words begin there
     */
    public record Choice(
            List<Span> spans,
            String rule,
            int opening,
            double speech,
            double exactly,
            double nearly,
            double beginning) {}

    private record Scored(
            int opening, int resumption, int end, double beginning, double probability, List<Span> spans) {}

    /**
     * Returns the likeliest, at most so many, those that most probably cover what is right nearly or exactly first: options
     * that differ by a word support each other. Empty where the cue hardly reports anything.
     */
    public List<Choice> choose(ContentOptions options, int most) {
        int count = options.openings();
        FeatureIds features = new FeatureIds();
        double[] likely = new double[count];
        double total = 1;
        double highest = 0;
        for (int i = 0; i < count; i++) {
            options.openingFeatures(i, features);
            likely[i] = Math.exp(Math.min(30, weights.score(features)));
            total += likely[i];
            highest = Math.max(highest, likely[i]);
        }
        if (total - 1 < HOPELESS * total) {
            return List.of();
        }
        List<Scored> scored = new ArrayList<>();
        Integer[] order = new Integer[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        java.util.Arrays.sort(order, Comparator.comparingDouble(i -> -likely[i]));
        for (int k = 0; k < Math.min(WIDTH, count) && likely[order[k]] >= FAINT * highest; k++) {
            expand(options, order[k], likely[order[k]] / total, features, scored);
        }
        return best(options, scored, 1 - 1 / total, most);
    }

    private void expand(
            ContentOptions options, int opening, double probability, FeatureIds features, List<Scored> scored) {
        int[] resumptions = options.resumptions(opening);
        double[] likely = new double[resumptions.length];
        double total = 0;
        for (int r = 0; r < likely.length; r++) {
            if (likely.length == 1) {
                likely[r] = 1;
            } else {
                options.resumptionFeatures(opening, resumptions[r], features);
                likely[r] = Math.exp(Math.min(30, weights.score(features)));
            }
            total += likely[r];
        }
        for (int r = 0; r < likely.length; r++) {
            double share = probability * likely[r] / total;
            if (share >= FAINTEST_PIECE) {
                ends(options, opening, resumptions[r], probability, share, features, scored);
            }
        }
    }

    private void ends(
            ContentOptions options,
            int opening,
            int resumption,
            double beginning,
            double probability,
            FeatureIds features,
            List<Scored> scored) {
        int[] ends = options.ends(opening, resumption);
        double[] scores = new double[ends.length];
        double passed = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int e = 0; e < ends.length && resumption >= 0; e++) {
            options.endFeatures(opening, resumption, ends[e], e, features);
            scores[e] = passed + weights.score(features);
            highest = Math.max(highest, scores[e]);
            if (e + 1 < ends.length) {
                options.passFeatures(opening, resumption, ends[e], e, features);
                passed += weights.score(features);
            }
        }
        double total = 0;
        for (int e = 0; e < ends.length; e++) {
            scores[e] = resumption < 0 ? 1 : Math.exp(scores[e] - highest);
            total += scores[e];
        }
        for (int e = 0; e < ends.length; e++) {
            double share = probability * scores[e] / total;
            if (share >= LEAST) {
                scored.add(new Scored(
                        opening, resumption, ends[e], beginning, share, options.spans(opening, resumption, ends[e])));
            }
        }
    }

    private static List<Choice> best(ContentOptions options, List<Scored> scored, double speech, int most) {
        List<Scored> likeliest = scored;
        if (scored.size() > MOST_WEIGHED) {
            likeliest = new ArrayList<>(scored);
            likeliest.sort(Comparator.comparingDouble(s -> -s.probability()));
            likeliest = likeliest.subList(0, MOST_WEIGHED);
        }
        List<Choice> choices = new ArrayList<>();
        for (Scored candidate : likeliest) {
            Opening opening = options.opening(candidate.opening());
            String rule = !opening.isBefore() ? "after-cue" : candidate.resumption() < 0 ? "before-cue" : "around-cue";
            choices.add(new Choice(
                    candidate.spans(),
                    rule,
                    opening.kind().ordinal(),
                    speech,
                    candidate.probability(),
                    support(candidate, likeliest),
                    candidate.beginning()));
        }
        choices.sort(Comparator.comparingDouble(c -> -c.nearly() - OWN_WEIGHT * c.exactly()));
        return choices.subList(0, Math.min(most, choices.size()));
    }

    private static double support(Scored candidate, List<Scored> scored) {
        double support = 0;
        for (Scored other : scored) {
            if (share(candidate.spans(), other.spans()) >= NEARLY) {
                support += other.probability();
            }
        }
        return support;
    }

    /** Tokens in both by tokens in either, 0 to 1. */
    public static double share(List<Span> a, List<Span> b) {
        int both = 0;
        int all = 0;
        for (Span x : a) {
            all += x.to() - x.from();
            for (Span y : b) {
                both += Math.max(0, Math.min(x.to(), y.to()) - Math.max(x.from(), y.from()));
            }
        }
        for (Span y : b) {
            all += y.to() - y.from();
        }
        return (double) both / (all - both);
    }
}
