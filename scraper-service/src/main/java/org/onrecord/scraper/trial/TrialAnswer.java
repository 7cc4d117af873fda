package org.onrecord.scraper.trial;

import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.onrecord.chassis.event.WireName;
import org.onrecord.scraper.extract.ExtractedArticle;
import org.onrecord.scraper.extract.Extraction;
import org.onrecord.scraper.extract.NotAnArticle;
import org.onrecord.scraper.extract.OutOfTime;
import org.onrecord.scraper.extract.TooLong;
import org.onrecord.scraper.extract.TooManyNodes;
import org.onrecord.scraper.extract.Unreadable;
import org.onrecord.scraper.fetch.TriedPage;

/** What became of it. */
record TrialAnswer(
        @Schema(description = "extracted, or why there is no article")
        String outcome,

        @Schema(description = "the particulars, if there is no article")
        Optional<String> detail,

        @Schema(description = "the article with its blocks, and what was taken out, each with its reason")
        Optional<ExtractedArticle> article) {

    static TrialAnswer of(Extraction extraction) {
        return switch (extraction) {
            case ExtractedArticle article -> new TrialAnswer("extracted", Optional.empty(), Optional.of(article));
            case NotAnArticle page -> without("not-an-article", kebab(page.cause()));
            case TooLong page -> without("too-long", "%d, at most %d is read".formatted(page.length(), page.limit()));
            case TooManyNodes page -> without("too-long", "more than %d %s".formatted(page.limit(), page.unit()));
            case OutOfTime page -> throw new ReadingTooSlowException(page.limit());
            case Unreadable page -> without("unsupported-content", kebab(page.cause()));
        };
    }

    static TrialAnswer of(TriedPage page) {
        return switch (page) {
            case TriedPage.Read read -> of(read.extraction());
            case TriedPage.Unread unread -> without(WireName.of(unread.reason()), unread.detail());
        };
    }

    private static TrialAnswer without(String outcome, String detail) {
        return new TrialAnswer(outcome, Optional.of(detail), Optional.empty());
    }

    private static String kebab(Enum<?> cause) {
        return cause.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
