package org.onrecord.nlp.quote.mark;

import java.util.List;
import java.util.Set;

/**
 * {@code told the channel's “Morning View” that}, {@code a song titled “Night Ferry”}: quoted words that name a work. They
 * have capitals throughout, and whose work it is, or what kind of work, stands before them.
 */
public final class WorkTitles {

    private static final int LONGEST = 80;
    private static final int SHORT_WORD = 3;
    private static final Set<String> WORKS = Set.of(
            "titled",
            "entitled",
            "book",
            "film",
            "movie",
            "documentary",
            "song",
            "album",
            "show",
            "program",
            "programme",
            "series",
            "novel",
            "play",
            "podcast",
            "magazine",
            "memoir",
            "essay");

    private WorkTitles() {}

    /** The stretches that name no work. */
    public static List<QuotedStretch> leaveOut(String text, List<QuotedStretch> stretches) {
        return stretches.stream().filter(stretch -> !isTitle(text, stretch)).toList();
    }

    private static boolean isTitle(String text, QuotedStretch stretch) {
        return stretch.closed()
                && stretch.end() - stretch.start() <= LONGEST
                && introduced(text, stretch.start())
                && capitalised(text.substring(stretch.start(), stretch.end()));
    }

    private static boolean introduced(String text, int mark) {
        int end = mark;
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        int start = end;
        while (start > 0 && end - start < LONGEST && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        String before = text.substring(start, end);
        return before.endsWith("’s") || before.endsWith("'s") || WORKS.contains(before);
    }

    private static boolean capitalised(String quoted) {
        boolean capitals = false;
        for (String word : quoted.split("[^\\p{L}\\p{N}’']+")) {
            String bare = word.replaceAll("^[’']+", "");
            if (bare.length() > SHORT_WORD) {
                if (!Character.isUpperCase(bare.codePointAt(0))) {
                    return false;
                }
                capitals = true;
            }
        }
        return capitals;
    }
}
