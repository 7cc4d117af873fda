package org.onrecord.nlp.name.training.field;

import java.util.Arrays;

import org.onrecord.nlp.name.TaggerModel;
import org.onrecord.nlp.name.label.Labels;
import org.onrecord.nlp.name.lexicon.Lexicon;

/** Turns trained weights into a model of eight bits a weight, with the features that matter most. */
final class Quantiser {
    /** Share of the weights whose size the eight bits cover; the few larger ones are cut to the largest that fits. */
    private static final double COVERED = 0.9999;

    private Quantiser() {}

    static TaggerModel model(Lexicon lexicon, int[] features, float[] weights, float[] transitions, int mostFeatures) {
        int n = features.length;
        float[] sizes = new float[n];
        for (int f = 0; f < n; f++) {
            for (int label = 0; label < Labels.COUNT; label++) {
                sizes[f] = Math.max(sizes[f], Math.abs(weights[f * Labels.COUNT + label]));
            }
        }
        float[] sorted = sizes.clone();
        Arrays.sort(sorted);
        float scale = Math.max(1e-6f, sorted[(int) ((n - 1) * COVERED)] / Byte.MAX_VALUE);
        float least = Math.max(scale / 2, n > mostFeatures ? sorted[n - mostFeatures] : 0);

        int kept = 0;
        int[] keptFeatures = new int[n];
        byte[][] rows = new byte[n][];
        for (int f = 0; f < n; f++) {
            if (sizes[f] >= least) {
                keptFeatures[kept] = features[f];
                rows[kept++] = row(weights, f, scale);
            }
        }
        return TaggerModel.of(
                lexicon, Arrays.copyOf(keptFeatures, kept), Arrays.copyOf(rows, kept), scale, transitions);
    }

    private static byte[] row(float[] weights, int feature, float scale) {
        byte[] row = new byte[Labels.COUNT];
        for (int label = 0; label < Labels.COUNT; label++) {
            int quantised = Math.round(weights[feature * Labels.COUNT + label] / scale);
            row[label] = (byte) Math.clamp(quantised, -Byte.MAX_VALUE, Byte.MAX_VALUE);
        }
        return row;
    }
}
