package org.onrecord.api.ingest;

import java.util.ArrayList;
import java.util.List;

import io.quarkus.runtime.annotations.RegisterForReflection;

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

    /** Of a sentence, on either side: many quotes of one that never ends would make a text of many times its size. */
    private static final int LONGEST_SIDE = 2_000;

    /** What stands between the pieces of a quotation: pieces further apart than this would have everybody shown the whole text. */
    private static final int LONGEST_BETWEEN = 20_000;

    /** @param sentences those of the analysis */
    static QuoteContext of(Article article, SpanIndex<Span> sentences, Quote quote) {
        Field field = quote.spans().getFirst().field();
        List<Span> parts = new ArrayList<>(quote.spans());
        if (end(parts) - start(parts) > LONGEST_BETWEEN + words(quote)) {
            parts.retainAll(List.of(quote.spans().getFirst()));
        }
        int start = start(parts);
        int end = end(parts);
        for (Span evidence : evidence(quote)) {
            if (evidence.field() == field && evidence.end() > start - REACH && evidence.start() < end + REACH) {
                parts.add(evidence);
            }
        }
        int from = start(parts);
        int to = end(parts);
        String whole = field == Field.TITLE ? article.title() : article.text();
        start = from;
        end = to;
        for (Span sentence : sentences.overlapping(field, from, to)) {
            start = Math.min(start, Math.max(sentence.start(), wholeCharacter(whole, from - LONGEST_SIDE)));
            end = Math.max(end, Math.min(sentence.end(), wholeCharacter(whole, to + LONGEST_SIDE)));
        }
        return new QuoteContext(field, start, end, whole.substring(start, end));
    }

    /** Where a character begins, here or one before. */
    private static int wholeCharacter(String text, int at) {
        boolean within = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
        return within ? at - 1 : at;
    }

    boolean covers(Span span) {
        return span.field() == field && span.start() >= start && span.end() <= end;
    }

    private static int words(Quote quote) {
        return quote.spans().stream()
                .mapToInt(span -> span.end() - span.start())
                .max()
                .orElseThrow();
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
