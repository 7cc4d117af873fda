package org.onrecord.scraper.extract.page;

import java.util.Arrays;

/**
 * Bits for words, found by the words' hashes as they are read letter by letter, so that no strings are made of class names.
 * Two different words in four thousand million share a hash.
 */
final class WordTable {
    private int[] hashes = new int[64];
    private int[] bits = new int[64];
    private int size;

    /** The hash of a word with one more letter, a to z in either case; that of no letters is 0. */
    static int with(int hash, char letter) {
        return 31 * hash + (letter | 0x20);
    }

    /** Adds bits to those that the word, of letters a to z, has already. */
    void add(String word, int more) {
        if (4 * size >= hashes.length) {
            grow();
        }
        int hash = 0;
        for (int i = 0; i < word.length(); i++) {
            hash = with(hash, word.charAt(i));
        }
        put(hash, more);
    }

    /** The bits of the word of that hash; 0 if there is none. */
    int bits(int hash) {
        return bits[slot(hash)];
    }

    private void put(int hash, int more) {
        int slot = slot(hash);
        size += bits[slot] == 0 ? 1 : 0;
        hashes[slot] = hash;
        bits[slot] |= more;
    }

    private int slot(int hash) {
        int mask = hashes.length - 1;
        int slot = (hash ^ hash >>> 15) & mask;
        while (bits[slot] != 0 && hashes[slot] != hash) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        int[] oldHashes = hashes;
        int[] oldBits = Arrays.copyOf(bits, bits.length);
        hashes = new int[4 * oldHashes.length];
        bits = new int[hashes.length];
        size = 0;
        for (int i = 0; i < oldBits.length; i++) {
            if (oldBits[i] != 0) {
                put(oldHashes[i], oldBits[i]);
            }
        }
    }
}
