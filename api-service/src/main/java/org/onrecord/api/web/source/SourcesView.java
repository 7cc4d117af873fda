package org.onrecord.api.web.source;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.onrecord.api.web.frame.Day;

/**
 * What is watched, and what became of one story.
 *
 * @param story the address that is asked for; "" if none is
 * @param trace what became of it; null where none is asked for
 * @param away why the list cannot be shown; "" where it can
 * @param taken what became of a list of subscriptions that was just sent; null where none was
 * @param next link to the next piece of the list; null on the last
 */
public record SourcesView(
        List<Watched> sources,
        @Nullable String next,
        String away,
        String story,
        @Nullable Told trace,
        @Nullable Taken taken) {

    /** How much of a site is stored, and where it can be read. */
    public record Stored(long articles, long statements, String link) {}

    /** A source; the link is null where there is nothing to link to, and what is stored where its site is not known. */
    public record Watched(
            String id,
            String url,
            @Nullable String link,
            String state,
            boolean paused,
            long found,
            @Nullable Stored stored,
            @Nullable Day lastFound,
            String lastError,
            @Nullable Day lastErrorAt,
            String include,
            String exclude,
            List<Channel> channels) {

        public boolean isFailed() {
            return state.equals("failed");
        }
    }

    /** How many sources a list of subscriptions added, how many were there, and what was none. */
    public record Taken(int added, int known, List<Refused> refused) {}

    /** An outline that cannot be watched, and why. */
    public record Refused(String what, String reason) {}

    /** A feed or sitemap of a source. */
    public record Channel(
            String url, String kind, String every, @Nullable Day polled, String error) {}

    /**
     * What became of a story.
     *
     * @param verdict in one sentence
     * @param article link to it; null as long as there is none
     */
    public record Told(String verdict, @Nullable String article, List<Step> steps) {}

    /** What happened at a stage. */
    public record Step(Day at, String what, String detail) {}
}
