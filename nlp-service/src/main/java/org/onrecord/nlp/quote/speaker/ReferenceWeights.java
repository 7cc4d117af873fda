package org.onrecord.nlp.quote.speaker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of the candidates a speaker without a name means: by the weights of their features in {@code reference-weights.tsv}
 * (feature, weight), which {@link org.onrecord.nlp.quote.training.FitPersons} writes. Immutable.
 */
public final class ReferenceWeights {
    private static final String TABLE = "/org/onrecord/nlp/weight/reference-weights.tsv";

    /**
     * Added for each candidate: the fit draws all weights to nothing, and nobody has the score of nothing. With this as many
     * choices are right in stories left out as without, and more of them name somebody.
     */
    private static final double SOMEBODY = 0.4;

    private final Map<String, Double> weights;

    /** @param weights by feature; a feature without one weighs nothing */
    public ReferenceWeights(Map<String, Double> weights) {
        this.weights = Map.copyOf(weights);
    }

    /** The weights that are shipped. */
    public static ReferenceWeights shipped() {
        Map<String, Double> weights = new HashMap<>();
        try (InputStream in = ReferenceWeights.class.getResourceAsStream(TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split("\t");
                weights.put(fields[0], Double.parseDouble(fields[1]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The table of reference weights cannot be read", e);
        }
        return new ReferenceWeights(weights);
    }

    /** The likeliest entity and its probability; entity -1 where it is likeliest that the article does not name it. */
    Choice choose(List<ReferenceFeatures.Candidate> candidates) {
        double[] scores = new double[candidates.size()];
        Arrays.fill(scores, SOMEBODY);
        double highest = 0;
        int best = -1;
        for (int c = 0; c < scores.length; c++) {
            for (String feature : candidates.get(c).features()) {
                scores[c] += weights.getOrDefault(feature, 0.0);
            }
            if (scores[c] > highest) {
                highest = scores[c];
                best = c;
            }
        }
        double total = Math.exp(-highest);
        for (double score : scores) {
            total += Math.exp(score - highest);
        }
        return new Choice(best < 0 ? -1 : candidates.get(best).entity(), 1 / total);
    }

    /** @param entity -1 for nobody the article names */
    record Choice(int entity, double probability) {}
}
