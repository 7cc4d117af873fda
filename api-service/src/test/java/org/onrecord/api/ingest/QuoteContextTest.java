package org.onrecord.api.ingest;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.onrecord.contracts.Article;
import org.onrecord.contracts.Field;
import org.onrecord.contracts.Quote;
import org.onrecord.contracts.QuoteKind;
import org.onrecord.contracts.Span;

import static org.assertj.core.api.Assertions.assertThat;

class QuoteContextTest {
    private static final UUID ARTICLE = new UUID(1, 2);

    @Test
    void isTheSentenceOfTheQuote() {
        String text = "It rained. “We will go,” she said. He left.";

        QuoteContext context = context(text, text.indexOf("“"), text.indexOf(" she"));

        assertThat(context.text()).isEqualTo("“We will go,” she said.");
    }

    @Test
    void aSentenceThatNeverEndsIsCutAroundTheQuote() {
        String text = "and so 𝕏".repeat(20_000);
        int start = text.indexOf("and", 80_000);

        QuoteContext context = context(text, start, start + 3);

        assertThat(context.text())
                .hasSizeBetween(4_003, 4_005)
                .isEqualTo(text.substring(context.start(), context.end()))
                .contains("and");
        assertThat(Character.isLowSurrogate(context.text().charAt(0))).isFalse();
        assertThat(Character.isHighSurrogate(
                        context.text().charAt(context.text().length() - 1)))
                .isFalse();
    }

    /** Thousands of such quotes in one event would otherwise have the whole text each. */
    @Test
    void ofPiecesThatStandFarApartItIsThatOfTheFirst() {
        String text = "“Here,” she said. " + "It rained. ".repeat(5_000) + "“There,” she said.";
        Span first = new Span(Field.TEXT, 0, 7);
        Span last = new Span(Field.TEXT, text.indexOf("“There"), text.length());

        QuoteContext context = context(text, List.of(first, last));

        assertThat(context.text()).isEqualTo("“Here,” she said.");
    }

    private static QuoteContext context(String text, int start, int end) {
        return context(text, List.of(new Span(Field.TEXT, start, end)));
    }

    private static QuoteContext context(String text, List<Span> spans) {
        Article article = Events.article(ARTICLE, text, Events.MORNING);
        Quote quote = new Quote(
                ARTICLE,
                QuoteKind.DIRECT,
                spans,
                spans.stream()
                        .map(span -> text.substring(span.start(), span.end()))
                        .collect(Collectors.joining(" ")),
                null,
                null,
                0.9,
                "test");
        return QuoteContext.of(article, new SpanIndex<>(sentences(text), span -> span), quote);
    }

    /** Each ends with its full stop. */
    private static List<Span> sentences(String text) {
        return Pattern.compile("[^. ][^.]*(?:\\.|$)")
                .matcher(text)
                .results()
                .map(found -> new Span(Field.TEXT, found.start(), found.end()))
                .toList();
    }
}
