package org.onrecord.nlp.weight;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** A weight for each of a million places that features are hashed to, eight bits a weight. Immutable. */
public final class HashedWeights {

    static final int SIZE = 1 << 20;
    static final int MASK = SIZE - 1;
    private static final int HIGHEST = 127;

    private final byte[] steps;
    private final double step;

    private HashedWeights(byte[] steps, double step) {
        this.steps = steps;
        this.step = step;
    }

    /** How many places there are. */
    public static int size() {
        return SIZE;
    }

    /** Rounds weights to eight bits. */
    public static HashedWeights of(float[] weights) {
        float highest = 0;
        for (float weight : weights) {
            highest = Math.max(highest, Math.abs(weight));
        }
        double step = highest == 0 ? 1 : (double) highest / HIGHEST;
        byte[] steps = new byte[SIZE];
        for (int i = 0; i < SIZE; i++) {
            steps[i] = (byte) Math.round(weights[i] / step);
        }
        return new HashedWeights(steps, step);
    }

    /** The sum of the weights of features. */
    public double score(FeatureIds features) {
        long sum = 0;
        for (int i = 0; i < features.size(); i++) {
            sum += steps[features.at(i)];
        }
        return sum * step;
    }

    /** Writes the weights so that {@link #read} reads them. */
    public void write(DataOutputStream out) throws IOException {
        out.writeDouble(step);
        out.write(steps);
    }

    /** Reads what {@link #write} wrote. */
    public static HashedWeights read(DataInputStream in) throws IOException {
        double step = in.readDouble();
        return new HashedWeights(in.readNBytes(SIZE), step);
    }
}
