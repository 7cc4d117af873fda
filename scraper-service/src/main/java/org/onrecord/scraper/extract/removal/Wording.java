package org.onrecord.scraper.extract.removal;

import java.util.regex.Pattern;

/** Phrases that give a kind of block away, looked for in blocks of limited length only. */
final class Wording {
    private final Pattern pattern;
    private final int mostWords;
    private final boolean anywhere;

    private Wording(String alternatives, int mostWords, boolean anywhere) {
        this.pattern = Pattern.compile(alternatives, Pattern.CASE_INSENSITIVE);
        this.mostWords = mostWords;
        this.anywhere = anywhere;
    }

    /** The block begins with one of the phrases; marks and brackets before them do not count. */
    static Wording begins(int mostWords, String... phrases) {
        return new Wording("[\\s\\p{P}\\p{S}]{0,4}(?:" + String.join("|", phrases) + ")", mostWords, false);
    }

    /** The block is one of the phrases and nothing else; marks about them do not count. */
    static Wording is(String... phrases) {
        return new Wording("[\\s\\p{P}\\p{S}]*(?:" + String.join("|", phrases) + ")[\\s\\p{P}\\p{S}]*$", 12, false);
    }

    /** One of the phrases stands anywhere in the block. */
    static Wording contains(int mostWords, String... phrases) {
        return new Wording("\\b(?:" + String.join("|", phrases) + ")", mostWords, true);
    }

    boolean in(Candidate candidate) {
        if (candidate.words() > mostWords) {
            return false;
        }
        var matcher = pattern.matcher(candidate.text());
        return anywhere ? matcher.find() : matcher.lookingAt();
    }
}
