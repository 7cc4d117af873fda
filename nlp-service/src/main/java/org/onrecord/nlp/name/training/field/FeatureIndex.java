package org.onrecord.nlp.name.training.field;

import java.util.Arrays;

/** Numbers the features that occur at least a few times: open addressing over their 32 bits. */
final class FeatureIndex {
    private int[] keys = new int[1 << 20];
    private int[] counts = new int[1 << 20];
    private int[] ids;
    private int size;

    void count(int feature) {
        if (feature == 0) {
            return;
        }
        int slot = slot(keys, feature);
        if (keys[slot] == 0) {
            keys[slot] = feature;
            size++;
            if (size * 3L > keys.length * 2L) {
                grow();
                slot = slot(keys, feature);
            }
        }
        counts[slot]++;
    }

    /** Ends counting: features that occurred less often are forgotten, the others have a number each from 0. */
    int number(int leastCount) {
        ids = new int[keys.length];
        Arrays.fill(ids, -1);
        int next = 0;
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0 && counts[slot] >= leastCount) {
                ids[slot] = next++;
            }
        }
        return next;
    }

    /** The number of a feature, or -1. */
    int id(int feature) {
        return feature == 0 ? -1 : ids[slot(keys, feature)];
    }

    /** The features by number. */
    int[] features(int count) {
        int[] features = new int[count];
        for (int slot = 0; slot < keys.length; slot++) {
            if (ids[slot] >= 0) {
                features[ids[slot]] = keys[slot];
            }
        }
        return features;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new int[oldKeys.length * 2];
        counts = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(keys, oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }

    private static int slot(int[] keys, int feature) {
        int mask = keys.length - 1;
        int slot = (feature ^ feature >>> 15) & mask;
        while (keys[slot] != 0 && keys[slot] != feature) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
