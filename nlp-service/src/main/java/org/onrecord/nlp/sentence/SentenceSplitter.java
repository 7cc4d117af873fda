package org.onrecord.nlp.sentence;

import java.util.ArrayList;
import java.util.List;

import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.util.Span;

/** Divides a paragraph into sentences: OpenNLP proposes the ends, what news knows better takes some back. */
final class SentenceSplitter {
    /** No sentence is longer; lists and tables may be. OpenNLP's tagger takes quadratic time in the length. */
    private static final int LONGEST = 3000;

    private final SentenceDetectorME detector;

    SentenceSplitter(SentenceDetectorME detector) {
        this.detector = detector;
    }

    List<Stretch> split(String plain, int start, int end) {
        List<Stretch> sentences = new ArrayList<>();
        int sentenceStart = start;
        int next = start;
        for (Span span : detector.sentPosDetect(plain.substring(start, end))) {
            int proposed = start + span.getEnd();
            // From where it was found before, since thousands of ends may stand before one letter.
            next = letterOrDigit(plain, Math.max(next, proposed), end);
            if (endsSentence(plain, sentenceStart, proposed, next, end)) {
                sentences.add(new Stretch(sentenceStart, proposed));
                sentenceStart = proposed;
            }
        }
        if (sentenceStart < end) {
            sentences.add(new Stretch(sentenceStart, end));
        }
        return cutLongOnes(plain, sentences);
    }

    private static List<Stretch> cutLongOnes(String plain, List<Stretch> sentences) {
        if (sentences.stream().allMatch(s -> s.end() - s.start() <= LONGEST)) {
            return sentences;
        }
        List<Stretch> cut = new ArrayList<>();
        for (Stretch sentence : sentences) {
            int start = sentence.start();
            while (sentence.end() - start > LONGEST) {
                int space = plain.lastIndexOf(' ', start + LONGEST);
                int end = space > start ? space : start + LONGEST;
                cut.add(new Stretch(start, end));
                start = end;
            }
            cut.add(new Stretch(start, sentence.end()));
        }
        return cut;
    }

    private static int letterOrDigit(String plain, int from, int end) {
        int at = from;
        while (at < end && !Character.isLetterOrDigit(plain.charAt(at))) {
            at++;
        }
        return at;
    }

    /** @param next where the next letter or digit stands, or the paragraph ends */
    private static boolean endsSentence(String plain, int start, int proposed, int next, int paragraphEnd) {
        if (next == paragraphEnd) {
            return true;
        }
        if (Character.isLowerCase(plain.charAt(next))) {
            // "No!" he said.
            return false;
        }
        return !Abbreviations.goesOn(plain, start, proposed);
    }
}
