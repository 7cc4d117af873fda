package org.onrecord.api.ingest;

import java.util.ArrayList;
import java.util.List;

import io.quarkus.runtime.annotations.RegisterForReflection;

import org.onrecord.contracts.Analysis;
import org.onrecord.contracts.Article;
import org.onrecord.contracts.Field;
import org.onrecord.contracts.Quote;
import org.onrecord.contracts.Span;

/**
 * The sentences that a quotation stands in, with those that name its cue and its speakers if they are next to it: what a
 * reader needs to check it.
 *
 * @param field what the offsets count in
 * @param start first UTF-16 unit
 * @param end one past the last
 * @param text the words there
 */
@RegisterForReflection
record QuoteContext(Field field, int start, int end, String text) {
    /** A speaker named further away than this is not worth showing everything between. */
    private static final int REACH = 400;

    static QuoteContext of(Analysis analysis, Quote quote) {
        Field field = quote.spans().getFirst().field();
        List<Span> parts = new ArrayList<>(quote.spans());
        int start = start(parts);
        int end = end(parts);
        for (Span evidence : evidence(quote)) {
            if (evidence.field() == field && evidence.end() > start - REACH && evidence.start() < end + REACH) {
                parts.add(evidence);
            }
        }
        start = start(parts);
        end = end(parts);
        for (Span sentence : analysis.sentences()) {
            if (sentence.field() == field && sentence.start() < end(parts) && sentence.end() > start(parts)) {
                start = Math.min(start, sentence.start());
                end = Math.max(end, sentence.end());
            }
        }
        Article article = analysis.article();
        String whole = field == Field.TITLE ? article.title() : article.text();
        return new QuoteContext(field, start, end, whole.substring(start, end));
    }

    boolean covers(Span span) {
        return span.field() == field && span.start() >= start && span.end() <= end;
    }

    private static List<Span> evidence(Quote quote) {
        List<Span> evidence = new ArrayList<>();
        if (quote.cue() != null) {
            evidence.add(quote.cue().span());
        }
        quote.speakers().forEach(speaker -> evidence.add(speaker.span()));
        return evidence;
    }

    private static int start(List<Span> spans) {
        return spans.stream().mapToInt(Span::start).min().orElseThrow();
    }

    private static int end(List<Span> spans) {
        return spans.stream().mapToInt(Span::end).max().orElseThrow();
    }
}
