package org.onrecord.nlp.sentence;

import java.util.ArrayList;
import java.util.List;

import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.util.Span;

/** Divides a paragraph into sentences: OpenNLP proposes the ends, what news knows better takes some back. */
final class SentenceSplitter {
    private final SentenceDetectorME detector;

    SentenceSplitter(SentenceDetectorME detector) {
        this.detector = detector;
    }

    List<Stretch> split(String plain, int start, int end) {
        List<Stretch> sentences = new ArrayList<>();
        int sentenceStart = start;
        for (Span span : detector.sentPosDetect(plain.substring(start, end))) {
            int proposed = start + span.getEnd();
            if (endsSentence(plain, sentenceStart, proposed, end)) {
                sentences.add(new Stretch(sentenceStart, proposed));
                sentenceStart = proposed;
            }
        }
        if (sentenceStart < end) {
            sentences.add(new Stretch(sentenceStart, end));
        }
        return sentences;
    }

    private static boolean endsSentence(String plain, int start, int proposed, int paragraphEnd) {
        int next = proposed;
        while (next < paragraphEnd && !Character.isLetterOrDigit(plain.charAt(next))) {
            next++;
        }
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
