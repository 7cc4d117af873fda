package org.onrecord.nlp.quote.mark;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code Ronald “Red” Farrow}, {@code Mary (“Molly”) Lee}: quoted words within a name are nobody's. */
public final class Nicknames {

    private static final int LONGEST = 30;
    private static final int LONGEST_WORD = 40;
    /** In headlines these have capitals too: {@code Mayor Says “No” To Plan}. */
    private static final Set<String> SAYING = Set.of(
            "says",
            "said",
            "tells",
            "told",
            "calls",
            "called",
            "asks",
            "asked",
            "wants",
            "writes",
            "wrote",
            "tweets",
            "shouts",
            "adds",
            "sings",
            "vows",
            "promises",
            "warns",
            "and",
            "but",
            "or",
            "as",
            "with",
            "for",
            "to",
            "of",
            "in",
            "on");

    private static final Set<String> AFTER =
            Set.of("to", "as", "in", "on", "at", "after", "for", "over", "but", "and", "or");

    /** {@code a man who goes by “Dusty.”} */
    private static final List<String> NAMING = List.of(
            "goes by ",
            "went by ",
            "going by ",
            "by the name ",
            "by the name of ",
            "nicknamed ",
            "named ",
            "known as ",
            "known only as ",
            "identified only as ",
            "a.k.a. ",
            "aka ");

    private Nicknames() {}

    /** The stretches that stand in no name. */
    public static List<QuotedStretch> leaveOut(String text, List<QuotedStretch> stretches) {
        return stretches.stream().filter(stretch -> !isNickname(text, stretch)).toList();
    }

    private static boolean isNickname(String text, QuotedStretch stretch) {
        if (!stretch.closed() || stretch.end() - stretch.start() > LONGEST || !isNames(text, stretch)) {
            return false;
        }
        int before = stretch.start();
        int after = stretch.end();
        if (before > 0 && text.charAt(before - 1) == '(' && after < text.length() && text.charAt(after) == ')') {
            before--;
            after++;
        }
        if (NAMING.stream().anyMatch(words -> text.startsWith(words, stretch.start() - words.length()))) {
            return true;
        }
        boolean apart =
                before > 1 && text.charAt(before - 1) == ' ' && after + 1 < text.length() && text.charAt(after) == ' ';
        return apart && isName(wordBefore(text, before - 1), SAYING) && isName(wordFrom(text, after + 1), AFTER);
    }

    /** Words with capitals between the marks, and no stop. */
    private static boolean isNames(String text, QuotedStretch stretch) {
        boolean begins = true;
        boolean any = false;
        for (int i = stretch.start() + 1; i < stretch.end() - 1; i++) {
            char c = text.charAt(i);
            if (begins && Character.isLetterOrDigit(c)) {
                if (!Character.isUpperCase(c)) {
                    return false;
                }
                any = true;
            } else if (!Character.isLetterOrDigit(c)
                    && " -’'".indexOf(c) < 0
                    && !Character.isSurrogate(c)
                    && !(i == stretch.end() - 2 && ".,".indexOf(c) >= 0 && any)) {
                return false;
            }
            begins = c == ' ';
        }
        return any;
    }

    private static boolean isName(String word, Set<String> none) {
        return !word.isEmpty()
                && Character.isUpperCase(word.charAt(0))
                && !none.contains(word.toLowerCase(Locale.ROOT));
    }

    private static String wordBefore(String text, int end) {
        int start = end;
        while (start > 0 && end - start < LONGEST_WORD && isWord(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end);
    }

    private static String wordFrom(String text, int start) {
        int end = start;
        while (end < text.length() && end - start < LONGEST_WORD && isWord(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }

    private static boolean isWord(char c) {
        return Character.isLetter(c) || c == '.' || c == '-' || c == '’' || c == '\'';
    }
}
