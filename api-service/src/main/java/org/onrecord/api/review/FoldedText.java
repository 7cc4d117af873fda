package org.onrecord.api.review;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
        for (int i : occurrences(words)) {
            int likeness = alikeBefore(i, before) + alikeAfter(i + words.length(), after);
            boolean nearer = likeness == likest && distance(i, anchor) < distance(best, anchor);
            if (isWhole(i, i + words.length()) && (likeness > likest || nearer)) {
                best = i;
                likest = likeness;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(span(best, best + words.length(), anchor.exact()));
    }

    /** Where letters begin, overlapping ones too: linear, whatever a page repeats (Knuth, Morris and Pratt 1977). */
    private List<Integer> occurrences(String letters) {
        List<Integer> found = new ArrayList<>();
        if (letters.isEmpty()) {
            return found;
        }
        int[] border = new int[letters.length() + 1];
        border[0] = -1;
        for (int i = 0, same = -1; i < letters.length(); ) {
            while (same >= 0 && letters.charAt(i) != letters.charAt(same)) {
                same = border[same];
            }
            border[++i] = ++same;
        }
        for (int i = 0, same = 0; i < folded.length(); ) {
            while (same >= 0 && folded.charAt(i) != letters.charAt(same)) {
                same = border[same];
            }
            i++;
            if (++same == letters.length()) {
                found.add(i - same);
                same = border[same];
            }
        }
        return found;
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

    /** With the accents that stand behind a letter. */
    private int end(int letter) {
        int end = places[letter] + Character.charCount(text.codePointAt(places[letter]));
        while (end < text.length() && Character.getType(text.charAt(end)) == Character.NON_SPACING_MARK) {
            end++;
        }
        return end;
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
