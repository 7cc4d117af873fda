package org.onrecord.nlp.quote.training;

import java.util.BitSet;
import java.util.List;

import org.onrecord.nlp.quote.Quotation.TextSpan;

/** How far two sets of stretches cover the same words of a text. */
final class WordOverlap {

    private final int[] wordAt;

    WordOverlap(String text) {
        wordAt = new int[text.length()];
        int word = -1;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean letter = Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '_';
            if (letter && !inside) {
                word++;
            }
            inside = letter;
            wordAt[i] = letter ? word : -1;
        }
    }

    BitSet words(List<TextSpan> spans) {
        BitSet words = new BitSet();
        for (TextSpan span : spans) {
            for (int i = span.start(); i < span.end(); i++) {
                if (wordAt[i] >= 0) {
                    words.set(wordAt[i]);
                }
            }
        }
        return words;
    }
}
