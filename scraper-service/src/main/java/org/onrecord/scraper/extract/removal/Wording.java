package org.onrecord.scraper.extract.removal;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Phrases, in lower case, that give a kind of block away, looked for in blocks of limited length only.
 */
final class Wording {
    private final Pattern pattern;
    private final int mostWords;
    private final boolean anywhere;
    private final List<String> clues;
    private final Openings openings;

    private Wording(Pattern pattern, int mostWords, boolean anywhere, List<String> clues) {
        this.pattern = pattern;
        this.mostWords = mostWords;
        this.anywhere = anywhere;
        this.clues = clues;
        this.openings = anywhere ? Openings.ANY : Openings.of(pattern);
    }

    /** The block begins with one of the phrases; marks and brackets before them do not count, but what
     * somebody says in quotation marks is no prompt. */
    static Wording begins(int mostWords, String... phrases) {
        return new Wording(
                Pattern.compile("[\\s\\p{P}\\p{S}&&[^“\"‘']]{0,4}(?:" + String.join("|", phrases) + ")"),
                mostWords,
                false,
                List.of());
    }

    /** The block is one of the phrases and nothing else; marks about them do not count. */
    static Wording is(String... phrases) {
        return new Wording(
                Pattern.compile("[\\s\\p{P}\\p{S}]*(?:" + String.join("|", phrases) + ")[\\s\\p{P}\\p{S}]*$"),
                12,
                false,
                List.of());
    }

    /** One of the phrases stands anywhere in the block. */
    static Wording contains(int mostWords, String... phrases) {
        return new Wording(
                Pattern.compile("(?<!\\w)(?:" + String.join("|", phrases) + ")"), mostWords, true, List.of());
    }

    /** The same, asked only of blocks that hold one of the words: saves trying every phrase at every place. */
    Wording with(String... words) {
        return new Wording(pattern, mostWords, anywhere, List.of(words));
    }

    boolean in(Candidate candidate) {
        if (candidate.words() > mostWords) {
            return false;
        }
        String text = candidate.lowerCase();
        if (!openings.mayBegin(text) || !hasClue(text)) {
            return false;
        }
        var matcher = pattern.matcher(text);
        return anywhere ? matcher.find() : matcher.lookingAt();
    }

    private boolean hasClue(String text) {
        if (clues.isEmpty()) {
            return true;
        }
        for (String clue : clues) {
            if (text.contains(clue)) {
                return true;
            }
        }
        return false;
    }
}
