package org.onrecord.api.web.source;

import java.util.Locale;
import java.util.Optional;

import org.onrecord.api.trace.Trace;
import org.onrecord.api.trace.TraceOutcome;
import org.onrecord.api.web.frame.Day;
import org.onrecord.api.web.frame.OutcomeWords;
import org.onrecord.api.web.frame.Shown;
import org.onrecord.api.web.source.SourcesView.Step;
import org.onrecord.api.web.source.SourcesView.Told;

/** What became of a story, in words. */
final class StoryTrace {

    private StoryTrace() {}

    /** @param trace empty if nobody asked for it */
    static Told told(Optional<Trace> trace, Locale reader) {
        return trace.map(known -> new Told(
                        verdict(known.status()),
                        known.articleId() == null ? null : "/articles/" + known.articleId(),
                        known.outcomes().stream()
                                .map(outcome -> step(outcome, reader))
                                .toList()))
                .orElseGet(() -> new Told(
                        "Nobody has asked for this address yet, and no source has led to it. Is the site watched, and is the"
                                + " address the one that its feed or sitemap names?",
                        null,
                        java.util.List.of()));
    }

    private static Step step(TraceOutcome outcome, Locale reader) {
        return new Step(
                Day.withTime(outcome.at(), reader), OutcomeWords.of(outcome.reason()), Shown.words(outcome.detail()));
    }

    private static String verdict(String status) {
        return OutcomeWords.of(status).orElse("It is on its way: a page is fetched when its host has had its pause.");
    }
}
