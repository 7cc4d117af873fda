package org.onrecord.api.ingest;

import java.util.List;
import java.util.stream.Collectors;

import org.onrecord.chassis.event.UnreadableEventException;
import org.onrecord.chassis.event.WireName;
import org.onrecord.contracts.Analysis;
import org.onrecord.contracts.Article;
import org.onrecord.contracts.Field;
import org.onrecord.contracts.Mention;
import org.onrecord.contracts.Quote;
import org.onrecord.contracts.Span;
import org.onrecord.contracts.Speaker;

/** Holds the words that an analysis states against those that stand at their spans: every answer rests on that. */
final class StatedWords {
    private StatedWords() {}

    /**
     * @param analysis with spans that lie within its article
     * @throws UnreadableEventException if a mention, cue, speaker or quote has other words than its article there
     */
    static void check(Analysis analysis) {
        Article article = analysis.article();
        for (Mention mention : analysis.mentions()) {
            check(article, "a mention", mention.surface(), List.of(mention.span()));
        }
        for (Quote quote : analysis.quotes()) {
            check(article, "quote " + quote.quoteId(), quote.text(), quote.spans());
            if (quote.cue() != null) {
                check(
                        article,
                        "the cue of quote " + quote.quoteId(),
                        quote.cue().surface(),
                        List.of(quote.cue().span()));
            }
            for (Speaker speaker : quote.speakers()) {
                check(article, "the speaker of quote " + quote.quoteId(), speaker.surface(), List.of(speaker.span()));
            }
        }
    }

    private static void check(Article article, String what, String stated, List<Span> spans) {
        String words = spans.stream().map(span -> words(article, span)).collect(Collectors.joining(" "));
        if (!words.equals(stated)) {
            // Without the words: the message goes where they cannot be erased from any more.
            throw new UnreadableEventException(what + " states other words than stand at "
                    + spans.stream().map(StatedWords::place).collect(Collectors.joining(", ")));
        }
    }

    private static String words(Article article, Span span) {
        return (span.field() == Field.TITLE ? article.title() : article.text()).substring(span.start(), span.end());
    }

    private static String place(Span span) {
        return WireName.of(span.field()) + " " + span.start() + "-" + span.end();
    }
}
