package org.onrecord.scraper.extract.removal.wording;

import java.util.List;
import java.util.regex.Pattern;

import org.onrecord.scraper.extract.removal.candidate.Candidate;
import org.onrecord.scraper.extract.removal.candidate.Openings;

/**
 * Phrases, in lower case, that give a kind of block away, looked for in blocks of limited length only. A sentence that
 * reports what somebody says or does is none of that kind, whatever phrases are in it ({@link Telling}). Phrases are regular expressions. Thread-safe.
 */
public final class Wording {
    private final Pattern pattern;
    private final int mostWords;
    private final boolean anywhere;
    private final List<String> clues;
    private final long opening;
    private final boolean ofStory;

    private Wording(Pattern pattern, int mostWords, boolean anywhere, List<String> clues, boolean ofStory) {
        this.pattern = pattern;
        this.mostWords = mostWords;
        this.anywhere = anywhere;
        this.clues = clues;
        this.ofStory = ofStory;
        this.opening = anywhere ? Openings.ANY : Openings.bit(pattern);
    }

    /** The block begins with one of the phrases; marks and brackets before them do not count, but what
     * somebody says in quotation marks is no prompt. */
    public static Wording begins(int mostWords, String... phrases) {
        return new Wording(
                Pattern.compile("[\\s\\p{P}\\p{S}&&[^“\"‘']]{0,4}(?:" + String.join("|", phrases) + ")"),
                mostWords,
                false,
                List.of(),
                false);
    }

    /** The block is one of the phrases and nothing else; marks about them do not count. */
    public static Wording is(String... phrases) {
        return new Wording(
                Pattern.compile("[\\s\\p{P}\\p{S}]*(?:" + String.join("|", phrases) + ")[\\s\\p{P}\\p{S}]*$"),
                12,
                false,
                List.of(),
                true);
    }

    /** One of the phrases stands anywhere in the block. */
    public static Wording contains(int mostWords, String... phrases) {
        return new Wording(
                Pattern.compile("(?<!\\w)(?:" + String.join("|", phrases) + ")"), mostWords, true, List.of(), false);
    }

    /** The same, asked only of blocks that hold one of the words: saves trying every phrase at every place. */
    public Wording with(String... words) {
        return new Wording(pattern, mostWords, anywhere, List.of(words), ofStory);
    }

    /** The same, for phrases that give a block away although it tells who said what: "an earlier version said". */
    public Wording evenIfTold() {
        return new Wording(pattern, mostWords, anywhere, clues, true);
    }

    /** Whether the block is of the kind. */
    public boolean in(Candidate candidate) {
        if (candidate.words() > mostWords) {
            return false;
        }
        if ((candidate.openings() & opening) == 0) {
            return false;
        }
        String text = candidate.lowerCase();
        if (!hasClue(text)) {
            return false;
        }
        var matcher = pattern.matcher(text);
        if (!(anywhere ? matcher.find() : matcher.lookingAt())) {
            return false;
        }
        return ofStory || !Telling.reports(candidate) && (!anywhere || Telling.isToReader(candidate, matcher.start()));
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
