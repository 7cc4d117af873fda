package org.onrecord.nlp.name.feature;

import java.util.Arrays;

import org.onrecord.nlp.name.lexicon.Hash;

/** The features of the tokens of a sentence, 32 bits each, one token after the other. Used again for each sentence. */
public final class FeatureBuffer {
    private int[] features = new int[4096];
    private int[] ends = new int[64];
    private int size;
    private int tokens;

    void clear() {
        size = 0;
        tokens = 0;
    }

    void add(int template, long value) {
        if (size == features.length) {
            features = Arrays.copyOf(features, size * 2);
        }
        features[size++] = Hash.feature(Hash.add(template * 0x51ED27L, value));
    }

    void endToken() {
        if (tokens == ends.length) {
            ends = Arrays.copyOf(ends, tokens * 2);
        }
        ends[tokens++] = size;
    }

    public int tokens() {
        return tokens;
    }

    /** First index in {@link #feature} of the token. */
    public int start(int token) {
        return token == 0 ? 0 : ends[token - 1];
    }

    /** One past the token's last index in {@link #feature}. */
    public int end(int token) {
        return ends[token];
    }

    public int feature(int index) {
        return features[index];
    }
}
