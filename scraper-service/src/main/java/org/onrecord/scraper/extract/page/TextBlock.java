package org.onrecord.scraper.extract.page;

import java.util.List;

import org.onrecord.contracts.BlockKind;
import org.onrecord.contracts.SourceRange;

/**
 * A run of text between two block boundaries of the page: a paragraph, a heading, a button's label.
 *
 * @param order its place on the page, from 0
 * @param region the nearest block-level element around it
 * @param kind what it is on the page
 * @param headingLevel 1 to 6 for a heading, otherwise 0
 * @param text its words, white space collapsed
 * @param words how many words
 * @param linkWords how many of them are part of a link
 * @param strongWords how many of them are bold
 * @param emphasisWords how many of them are italic
 * @param links how many links it holds
 * @param source where in the HTML it stands
 */
public record TextBlock(
        int order,
        Region region,
        BlockKind kind,
        int headingLevel,
        String text,
        int words,
        int linkWords,
        int strongWords,
        int emphasisWords,
        int links,
        SourceRange source) {
    private static final int RUNNING_TEXT_WORDS = 10;

    public double linkDensity() {
        return words == 0 ? 0 : (double) linkWords / words;
    }

    /** Long enough, and with few enough links, to be a sentence of prose. */
    public boolean isRunningText() {
        return words >= RUNNING_TEXT_WORDS && linkWords * 3 < words;
    }

    public boolean isHeading() {
        return kind == BlockKind.HEADING;
    }

    /** Whether the text ends as a sentence does. */
    public boolean endsSentence() {
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (".!?…:;。".indexOf(c) >= 0) {
                return true;
            }
            if ("\"'”’)]»".indexOf(c) < 0) {
                return false;
            }
        }
        return false;
    }

    /** The regions it stands in, innermost first. */
    public List<Region> path() {
        var path = new java.util.ArrayList<Region>();
        for (Region at = region; at != null; at = at.parent()) {
            path.add(at);
        }
        return path;
    }
}
