package org.onrecord.nlp.weight;

import java.util.Arrays;

/** The hashed features of one option: a growing list of places in a {@link HashedWeights}. Not thread-safe. */
public final class FeatureIds {

    private static final int FIRST_SIZE = 64;

    private int[] ids = new int[FIRST_SIZE];
    private int size;

    /** Forgets all features. */
    public void clear() {
        size = 0;
    }

    /** How many features there are. */
    public int size() {
        return size;
    }

    /** The place of a feature. */
    public int at(int index) {
        return ids[index];
    }

    /** A copy of all places. */
    public int[] toArray() {
        return Arrays.copyOf(ids, size);
    }

    /** Adds the feature that a kind has a value. */
    public void add(int kind, int value) {
        put(mix(kind * 0x9E3779B9 + value));
    }

    /** Adds the feature that a kind has two values together. */
    public void add(int kind, int first, int second) {
        put(mix(mix(kind * 0x9E3779B9 + first) + second));
    }

    /** Adds the feature that a kind has three values together. */
    public void add(int kind, int first, int second, int third) {
        put(mix(mix(mix(kind * 0x9E3779B9 + first) + second) + third));
    }

    public void addIf(boolean present, int kind, int value) {
        if (present) {
            add(kind, value);
        }
    }

    public void addIf(boolean present, int kind, int first, int second) {
        if (present) {
            add(kind, first, second);
        }
    }

    private void put(int hash) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
        }
        ids[size++] = hash & HashedWeights.MASK;
    }

    /** The finisher of MurmurHash3, by Austin Appleby, in the public domain. */
    private static int mix(int hash) {
        int h = hash;
        h ^= h >>> 16;
        h *= 0x85EBCA6B;
        h ^= h >>> 13;
        h *= 0xC2B2AE35;
        return h ^ h >>> 16;
    }
}
