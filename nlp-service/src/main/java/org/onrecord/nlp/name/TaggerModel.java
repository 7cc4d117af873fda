package org.onrecord.nlp.name;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import org.onrecord.nlp.name.feature.FeatureBuffer;
import org.onrecord.nlp.name.label.Labels;
import org.onrecord.nlp.name.lexicon.Lexicon;

/**
 * A linear sequence model: a row of weights for each feature, eight bits a weight, and one for each pair of labels. Read
 * in one piece into arrays. Immutable.
 */
public final class TaggerModel {
    private static final int MAGIC = 0x4F4E5231;

    private final Lexicon lexicon;
    private final int[] keys;
    private final byte[] weights;
    private final float scale;
    private final float[] transitions;

    private TaggerModel(Lexicon lexicon, int[] keys, byte[] weights, float scale, float[] transitions) {
        this.lexicon = lexicon;
        this.keys = keys;
        this.weights = weights;
        this.scale = scale;
        this.transitions = transitions;
    }

    /**
     * Makes a model of trained weights.
     *
     * @param features the 32 bits of each feature, all different, none 0
     * @param rows for each feature a weight for each label
     * @param scale what a quantised weight of 1 stands for
     */
    public static TaggerModel of(Lexicon lexicon, int[] features, byte[][] rows, float scale, float[] transitions) {
        int capacity = Integer.highestOneBit(Math.max(4, features.length * 10 / 7)) * 2;
        TaggerModel model = new TaggerModel(
                lexicon, new int[capacity], new byte[capacity * Labels.COUNT], scale, transitions.clone());
        for (int f = 0; f < features.length; f++) {
            int slot = model.slot(features[f]);
            model.keys[slot] = features[f];
            System.arraycopy(rows[f], 0, model.weights, slot * Labels.COUNT, Labels.COUNT);
        }
        return model;
    }

    public Lexicon lexicon() {
        return lexicon;
    }

    float[] transitions() {
        return transitions;
    }

    /** Scores each label at each token: {@code scores[i * Labels.COUNT + label]}. */
    float[] score(FeatureBuffer features) {
        float[] scores = new float[features.tokens() * Labels.COUNT];
        int[] sums = new int[Labels.COUNT];
        for (int i = 0; i < features.tokens(); i++) {
            Arrays.fill(sums, 0);
            for (int f = features.start(i); f < features.end(i); f++) {
                int slot = slot(features.feature(f));
                if (keys[slot] != 0) {
                    int row = slot * Labels.COUNT;
                    for (int label = 0; label < Labels.COUNT; label++) {
                        sums[label] += weights[row + label];
                    }
                }
            }
            for (int label = 0; label < Labels.COUNT; label++) {
                scores[i * Labels.COUNT + label] = sums[label] * scale;
            }
        }
        return scores;
    }

    private int slot(int key) {
        int mask = keys.length - 1;
        int slot = (key ^ key >>> 15) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** Writes the model; the same model gives the same bytes. */
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        lexicon.write(out);
        out.writeFloat(scale);
        for (float transition : transitions) {
            out.writeFloat(transition);
        }
        out.writeInt(keys.length);
        out.writeInt((int) Arrays.stream(keys).filter(k -> k != 0).count());
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0) {
                out.writeInt(keys[slot]);
                out.write(weights, slot * Labels.COUNT, Labels.COUNT);
            }
        }
    }

    /**
     * Reads a model.
     *
     * @throws IOException if the stream ends early or is no model
     */
    public static TaggerModel read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        if (in.readInt() != MAGIC) {
            throw new IOException("Not a model of names");
        }
        Lexicon lexicon = Lexicon.read(in);
        float scale = in.readFloat();
        float[] transitions = new float[Labels.COUNT * Labels.COUNT];
        for (int i = 0; i < transitions.length; i++) {
            transitions[i] = in.readFloat();
        }
        int capacity = in.readInt();
        int count = in.readInt();
        TaggerModel model =
                new TaggerModel(lexicon, new int[capacity], new byte[capacity * Labels.COUNT], scale, transitions);
        for (int i = 0; i < count; i++) {
            int key = in.readInt();
            int slot = model.slot(key);
            model.keys[slot] = key;
            in.readFully(model.weights, slot * Labels.COUNT, Labels.COUNT);
        }
        return model;
    }
}
