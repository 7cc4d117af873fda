package org.onrecord.nlp.sentence;

import java.util.ArrayList;
import java.util.List;

import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.util.Span;

import org.onrecord.nlp.document.Token;

/**
 * Reads the words of a sentence. OpenNLP divides and tags them the way its web treebank does (hyphens split, possessives
 * attached); then {@link WordForms} turns these pieces into words the way news corpora have them.
 */
final class WordReader {
    private final TokenizerME tokenizer;
    private final PartOfSpeechTagger tagger;

    WordReader(TokenizerME tokenizer, PartOfSpeechTagger tagger) {
        this.tokenizer = tokenizer;
        this.tagger = tagger;
    }

    /** Adds the tokens of a sentence. */
    void read(String text, String plain, Stretch sentence, List<Token> tokens) {
        List<Stretch> pieces = new ArrayList<>();
        int i = sentence.start();
        while (i < sentence.end()) {
            if (PlainText.isSpace(plain.charAt(i))) {
                i++;
                continue;
            }
            int end = i + 1;
            while (end < sentence.end() && !PlainText.isSpace(plain.charAt(end))) {
                end++;
            }
            addPieces(text, plain, i, end, pieces);
            i = end;
        }
        if (!pieces.isEmpty()) {
            WordForms.add(text, pieces, tag(plain, pieces), tokens);
        }
    }

    private String[] tag(String plain, List<Stretch> pieces) {
        String[] words = new String[pieces.size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = plain.substring(pieces.get(i).start(), pieces.get(i).end());
        }
        return tagger.tag(AllCaps.soften(words));
    }

    private void addPieces(String text, String plain, int start, int end, List<Stretch> pieces) {
        if (end - start > PlainText.LONGEST_WORD || isLettersOnly(plain, start, end)) {
            pieces.add(new Stretch(start, end));
            return;
        }
        int from = start;
        for (int i = start; i < end; i++) {
            if (standsAlone(text, plain, i, start, end)) {
                addTokenized(plain, from, i, pieces);
                pieces.add(new Stretch(i, i + 1));
                from = i + 1;
            }
        }
        addTokenized(plain, from, end, pieces);
    }

    private void addTokenized(String plain, int start, int end, List<Stretch> pieces) {
        if (start >= end) {
            return;
        }
        if (isLettersOnly(plain, start, end)) {
            pieces.add(new Stretch(start, end));
            return;
        }
        for (Span span : tokenizer.tokenizePos(plain.substring(start, end))) {
            pieces.add(new Stretch(start + span.getStart(), start + span.getEnd()));
        }
    }

    /** Marks that are never part of a word; a single quotation mark is one unless it is an apostrophe within a word. */
    private static boolean standsAlone(String text, String plain, int i, int start, int end) {
        return switch (plain.charAt(i)) {
            case '"', '(', ')', '[', ']', '{', '}', '\u2014', '\u2026' -> true;
            case ';', '?', '!' -> i + 1 == end || !Character.isLetterOrDigit(plain.charAt(i + 1));
            case '\'' ->
                text.charAt(i) == '\u2018' && i == start || i == end - 1 && end - start > 1 && !isPlural(plain, i);
            default -> false;
        };
    }

    /** The possessive of a plural ("the Iranians' offer") is a token too, which {@link WordForms} splits off itself. */
    private static boolean isPlural(String plain, int apostrophe) {
        return apostrophe > 0 && (plain.charAt(apostrophe - 1) == 's' || plain.charAt(apostrophe - 1) == 'S');
    }

    private static boolean isLettersOnly(String plain, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Character.isLetter(plain.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
