package org.onrecord.nlp.weight;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The fitted weights of one model, one for each trait, from the table {@code weights.tsv} (model, trait, weight), which holds
 * the models of several rooms; docs/models/quotes.md says by which commands it is written. Immutable.
 *
 * @param byOrdinal by the trait's ordinal
 */
public record Weights(double[] byOrdinal) {

    private static final String TABLE = "/org/onrecord/nlp/weight/weights.tsv";

    /** Reads the weights of a model; a trait that the table does not name weighs nothing. */
    public static <T extends Enum<T>> Weights load(String model, Class<T> traits) {
        double[] weights = new double[traits.getEnumConstants().length];
        try (InputStream in = Weights.class.getResourceAsStream(TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split("\t");
                if (fields[0].equals(model)) {
                    weights[Enum.valueOf(traits, fields[1]).ordinal()] = Double.parseDouble(fields[2]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The table of weights cannot be read", e);
        }
        return new Weights(weights);
    }

    /** The logistic function of the score. */
    public double probability(double[] traits) {
        return 1 / (1 + Math.exp(-score(traits)));
    }

    /** How likely each candidate is, where "none of them" has the score 0; the rest to 1 is the likelihood of none. */
    public double[] shares(List<double[]> candidates) {
        double[] shares = new double[candidates.size()];
        double highest = 0;
        for (int c = 0; c < shares.length; c++) {
            shares[c] = score(candidates.get(c));
            highest = Math.max(highest, shares[c]);
        }
        double total = Math.exp(-highest);
        for (int c = 0; c < shares.length; c++) {
            shares[c] = Math.exp(shares[c] - highest);
            total += shares[c];
        }
        for (int c = 0; c < shares.length; c++) {
            shares[c] /= total;
        }
        return shares;
    }

    /** The weighted sum of traits. */
    public double score(double[] traits) {
        double score = 0;
        for (int i = 0; i < traits.length; i++) {
            score += byOrdinal[i] * traits[i];
        }
        return score;
    }
}
