package org.onrecord.api.web.article;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.onrecord.api.web.frame.Day;
import org.onrecord.api.web.statement.Statement;

/**
 * An article as evidence.
 *
 * @param plainTitle for the window
 * @param title with what was read in it
 * @param link to the page it was fetched from; null if it was handed in
 * @param readings each statement that was read, in reading order
 * @param removed what was on the page and is not the article
 * @param versions each wording that was seen, the newest first
 * @param changes between the two wordings that are compared; empty where there is one alone
 * @param facts how it came here, each with its name
 * @param editable whether the reader may set right what was read
 * @param editing where the forms go that do so
 * @param rejected statements that an editor took for none
 */
public record ArticleView(
        String plainTitle,
        List<MarkedText.Piece> title,
        List<MarkedText.Part> parts,
        @Nullable String site,
        @Nullable String link,
        String authors,
        String language,
        Day day,
        boolean dated,
        List<Reading> readings,
        List<Removed> removed,
        List<Version> versions,
        String compared,
        List<Change> changes,
        List<Copy> copies,
        List<Fact> facts,
        boolean editable,
        String editing,
        List<Rejected> rejected) {

    /**
     * A statement as it was read.
     *
     * @param number by which the text refers to it
     * @param quoteId that outlives another reading
     * @param rule what found it, in words
     * @param words all of them
     * @param speakers their names, divided by semicolons
     * @param naming the words that name the first of them
     * @param is the stance, as it is stored
     * @param reviewed what an editor decided, in words; null where nobody did
     */
    public record Reading(
            int number,
            String quoteId,
            List<Statement.Voice> voices,
            String start,
            String kind,
            @Nullable String stance,
            int percent,
            boolean unsure,
            String rule,
            String words,
            String speakers,
            String naming,
            String is,
            @Nullable String reviewed) {

        /** Whether this is what the source does with the words. */
        public boolean has(String stance) {
            return is.equals(stance);
        }
    }

    /** A statement that an editor took for none, and who that was. */
    public record Rejected(String quoteId, String words, String reviewed) {}

    /** A block that was taken out, and why, in words. */
    public record Removed(String reason, String text) {}

    /** A wording; the link compares it with the current one, and is null for that itself. */
    public record Version(
            Day at,
            String extractor,
            String title,
            boolean current,
            @Nullable String link) {}

    /** A passage before and after; "" for none. */
    public record Change(String before, String after) {}

    /** Another article of the same words. */
    public record Copy(String title, String link, @Nullable String site, Day day, long percent) {}

    /** Something known of how the article came here. */
    public record Fact(String name, String value, @Nullable String link) {}
}
