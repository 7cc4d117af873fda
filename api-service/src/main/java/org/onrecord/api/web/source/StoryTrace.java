package org.onrecord.api.web.source;

import java.util.Locale;
import java.util.Optional;

import org.onrecord.api.trace.Trace;
import org.onrecord.api.trace.TraceOutcome;
import org.onrecord.api.web.frame.Day;
import org.onrecord.api.web.frame.Shown;
import org.onrecord.api.web.source.SourcesView.Step;
import org.onrecord.api.web.source.SourcesView.Told;
import org.onrecord.chassis.event.WireName;
import org.onrecord.contracts.OutcomeReason;

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
        return new Step(Day.withTime(outcome.at(), reader), words(outcome.reason()), Shown.words(outcome.detail()));
    }

    private static String verdict(String status) {
        for (OutcomeReason reason : OutcomeReason.values()) {
            if (WireName.of(reason).equals(status)) {
                return words(reason);
            }
        }
        return "It is on its way: a page is fetched when its host has had its pause.";
    }

    private static String words(OutcomeReason reason) {
        return switch (reason) {
            case FETCHED -> "The page was fetched.";
            case REFUSED_ADDRESS -> "The address may not be fetched: it is local, or of another kind than the web's.";
            case UNKNOWN_HOST -> "The host has no public address.";
            case REFUSED_BY_ROBOTS -> "The site's robots.txt forbids it.";
            case REFUSED_BY_PAGE -> "The page asks not to be used so, and this Onrecord respects that.";
            case TIMED_OUT -> "It took too long.";
            case TOO_LARGE -> "The page is too large.";
            case TOO_MANY_REDIRECTS -> "It leads from one address to the next without end.";
            case HTTP_ERROR -> "The site answered with an error.";
            case CONNECTION_FAILED -> "The site could not be reached.";
            case NOT_MODIFIED -> "The page is the same as when it was fetched last.";
            case STILL_FRESH -> "The site said that the page would not have changed yet, so it was not asked again.";
            case UNSUPPORTED_CONTENT -> "It is no page: its type is none that is read.";
            case EXTRACTED -> "The article was read out of the page.";
            case NOT_AN_ARTICLE -> "The page holds no article.";
            case TOO_LONG -> "The text is too long.";
            case ANALYSED -> "Names and statements were read in it.";
            case UNSUPPORTED_LANGUAGE -> "It is stored, but in a language in which statements are not read.";
            case STORED -> "It is stored, and can be searched.";
            case TAKEN_DOWN -> "It was taken down, and is not read again.";
            case FAILED -> "Something broke: the log of this stage says what.";
        };
    }
}
