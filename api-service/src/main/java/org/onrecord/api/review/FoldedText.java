package org.onrecord.api.review;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;

import org.onrecord.contracts.Field;
import org.onrecord.contracts.Span;

/**
 * A text in which words are found again whatever became of its spaces, punctuation, quotation marks, accents and capitals. Immutable.
 */
final class FoldedText {

    private final Field field;
    private final String text;
    private final String folded;
    /** Of each folded letter, where its character begins in the text. */
    private final int[] places;

    FoldedText(Field field, String text) {
        this.field = field;
        this.text = text;
        StringBuilder letters = new StringBuilder(text.length());
        int[] at = new int[text.length() + 16];
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            String letter = folded(text.codePointAt(i));
            if (letters.length() + letter.length() > at.length) {
                at = Arrays.copyOf(at, 2 * at.length + letter.length());
            }
            Arrays.fill(at, letters.length(), letters.length() + letter.length(), i);
            letters.append(letter);
        }
        this.folded = letters.toString();
        this.places = at;
    }

    /** The letters and digits alone, in lower case and without accents. */
    static String fold(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        text.codePoints().forEach(each -> letters.append(folded(each)));
        return letters.toString();
    }

    private static String folded(int codePoint) {
        if (codePoint < 0x80) {
            return Character.isLetterOrDigit(codePoint) ? Character.toString(Character.toLowerCase(codePoint)) : "";
        }
        StringBuilder letters = new StringBuilder(2);
        Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(each -> letters.appendCodePoint(Character.toLowerCase(each)));
        return letters.toString();
    }

    /** Where whole words stand: of several places the one with the likest surroundings, of equal ones the nearest to where they stood. */
    Optional<Span> find(Anchor anchor) {
        String words = fold(anchor.exact());
        String before = fold(anchor.prefix());
        String after = fold(anchor.suffix());
        int best = -1;
        int likest = -1;
        for (int i = words.isEmpty() ? -1 : folded.indexOf(words); i >= 0; i = folded.indexOf(words, i + 1)) {
            int likeness = alikeBefore(i, before) + alikeAfter(i + words.length(), after);
            if (isWhole(i, i + words.length())
                    && (likeness > likest || likeness == likest && distance(i, anchor) < distance(best, anchor))) {
                best = i;
                likest = likeness;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(span(best, best + words.length(), anchor.exact()));
    }

    private int distance(int letter, Anchor anchor) {
        return Math.abs(places[letter] - anchor.start());
    }

    private boolean isWhole(int from, int to) {
        int start = places[from];
        int end = end(to - 1);
        boolean begins = start == 0 || !Character.isLetterOrDigit(text.codePointBefore(start));
        boolean ends = end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end));
        return begins && ends && (from == 0 || places[from - 1] < start);
    }

    private int end(int letter) {
        return places[letter] + Character.charCount(text.codePointAt(places[letter]));
    }

    private int alikeBefore(int at, String before) {
        int alike = 0;
        while (alike < Math.min(at, before.length())
                && folded.charAt(at - alike - 1) == before.charAt(before.length() - alike - 1)) {
            alike++;
        }
        return alike;
    }

    private int alikeAfter(int at, String after) {
        int alike = 0;
        while (alike < Math.min(folded.length() - at, after.length())
                && folded.charAt(at + alike) == after.charAt(alike)) {
            alike++;
        }
        return alike;
    }

    /** With as many marks at either end as the words had. */
    private Span span(int from, int to, String exact) {
        int start = places[from];
        for (int left = marksBefore(exact); left > 0 && start > 0 && isMark(start - 1); left--) {
            start--;
        }
        int end = end(to - 1);
        for (int left = marksAfter(exact); left > 0 && end < text.length() && isMark(end); left--) {
            end++;
        }
        return new Span(field, start, end);
    }

    private boolean isMark(int at) {
        char c = text.charAt(at);
        return !Character.isLetterOrDigit(c) && !Character.isWhitespace(c) && !Character.isSurrogate(c);
    }

    private static int marksBefore(String exact) {
        int marks = 0;
        while (marks < exact.length() && fold(exact.substring(marks, marks + 1)).isEmpty()) {
            marks++;
        }
        return marks;
    }

    private static int marksAfter(String exact) {
        return marksBefore(new StringBuilder(exact).reverse().toString());
    }
}
