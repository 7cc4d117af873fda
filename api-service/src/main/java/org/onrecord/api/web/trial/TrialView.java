package org.onrecord.api.web.trial;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.onrecord.api.web.article.MarkedText;

/**
 * The page to try things on.
 *
 * @param typed the text that was sent; "" before
 * @param address likewise of a page that was to be fetched
 * @param fetching whether the reader may have a page fetched
 * @param why nothing was read; "" where something was, or nothing was sent
 * @param result null likewise
 */
public record TrialView(
        String typed,
        String address,
        boolean fetching,
        String why,
        @Nullable Result result) {

    /** What was read. */
    public record Result(
            List<MarkedText.Piece> title, List<MarkedText.Part> parts, List<Reading> readings, List<Removed> removed) {}

    /** A statement; who said it is "" where the text does not show it. */
    public record Reading(
            int number,
            String quoteId,
            String speakers,
            String words,
            String kind,
            @Nullable String stance,
            int percent,
            boolean unsure,
            String rule) {}

    /** A block that was taken out of a page, and why. */
    public record Removed(String reason, String text) {}
}
