package org.onrecord.api.web.saved;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.onrecord.api.web.frame.Day;

/**
 * What was sent for an alert.
 *
 * @param next link to the next piece of the list; null on the last
 */
public record DeliveriesView(
        SavedView.Told alert, List<Sent> sent, @Nullable String next) {

    /**
     * A delivery.
     *
     * @param quote link to the quote; null for a test and for a digest
     * @param statements how many a digest was made of; null for any other
     * @param answer status and first characters, or why there was none
     */
    public record Sent(
            String id,
            @Nullable String quote,
            @Nullable Integer statements,
            Day created,
            String state,
            int attempts,
            String answer,
            @Nullable Day next) {

        public boolean isFailed() {
            return state.equals("failed");
        }
    }
}
