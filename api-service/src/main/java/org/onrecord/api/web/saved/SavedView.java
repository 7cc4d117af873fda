package org.onrecord.api.web.saved;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.onrecord.api.web.frame.Day;

/**
 * The searches of whoever asks.
 *
 * @param asked a search that is to be saved; null where none was brought along
 * @param made an alert that was just made, or given another secret; null otherwise
 * @param keys whether a feed needs a key in its address
 * @param mail whether there can be alerts by mail
 */
public record SavedView(
        List<Saved> searches,
        @Nullable Asked asked,
        @Nullable Made made,
        boolean keys,
        boolean mail) {

    /**
     * A search that can be saved.
     *
     * @param words its filters, in words
     */
    public record Asked(String query, String words) {

        private static final int LONGEST_NAME = 100;

        /** What it may be called; "" where its words are too many for a name. */
        public String name() {
            return words.length() <= LONGEST_NAME ? words : "";
        }
    }

    /**
     * What is shown once.
     *
     * @param url where deliveries go
     */
    public record Made(String url, String secret) {}

    /**
     * A saved search.
     *
     * @param words its filters, in words
     * @param link to what answers it
     */
    public record Saved(
            String id, String name, String words, String link, String atom, String json, List<Told> alerts) {}

    /**
     * An alert of it.
     *
     * @param url where deliveries go: a URL, or an address of mail
     * @param signed whether deliveries are signed with a secret
     * @param how often mail is sent, in words; "" where each statement is sent at once
     * @param why it was disabled; "" where it was not
     * @param failing since when nothing was delivered; null where the last attempt went well
     */
    public record Told(
            String id,
            String url,
            boolean signed,
            String how,
            String state,
            String why,
            @Nullable Day failing) {

        public boolean isActive() {
            return state.equals("active");
        }

        public boolean isDisabled() {
            return state.equals("disabled");
        }
    }
}
