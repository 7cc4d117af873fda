package org.onrecord.nlp.sentence;

import java.util.ArrayList;
import java.util.List;

import org.onrecord.nlp.document.Paragraph;

/** Divides a text at its line breaks. */
final class Paragraphs {
    private Paragraphs() {}

    /**
     * Returns the paragraphs, without the space around them; empty ones are left out.
     *
     * @param headlineLength length of the headline at the start of the text, whose line breaks do not divide it
     */
    static List<Paragraph> of(String text, int headlineLength) {
        List<Paragraph> paragraphs = new ArrayList<>();
        add(paragraphs, text, 0, headlineLength, Paragraph.Kind.HEADLINE);
        int start = headlineLength;
        for (int i = headlineLength; i <= text.length(); i++) {
            if (i == text.length() || isLineBreak(text.charAt(i))) {
                add(paragraphs, text, start, i, Paragraph.Kind.BODY);
                start = i + 1;
            }
        }
        return List.copyOf(paragraphs);
    }

    private static void add(List<Paragraph> paragraphs, String text, int from, int to, Paragraph.Kind kind) {
        int start = from;
        int end = to;
        while (start < end && PlainText.isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && PlainText.isSpace(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            paragraphs.add(new Paragraph(start, end, kind));
        }
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u000B' || c == '\f' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }
}
