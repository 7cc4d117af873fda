package org.onrecord.nlp.quote.training;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import org.onrecord.nlp.quote.Quotation.TextSpan;

/** The annotated quotations of a document. */
record GoldQuotes(String id, String text, List<GoldQuote> quotes) {

    /**
     * An annotated quotation.
     *
     * @param speaker null where the text names none
     * @param cue null where there is none
     * @param speech false for attitudes, which need not be found
     */
    record GoldQuote(List<TextSpan> spans, TextSpan speaker, TextSpan cue, boolean speech) {}

    static GoldQuotes of(JsonNode record) {
        List<GoldQuote> quotes = new ArrayList<>();
        for (JsonNode quote : record.get("quotes")) {
            List<TextSpan> spans = new ArrayList<>();
            for (JsonNode span : quote.get("spans")) {
                spans.add(new TextSpan(span.get(0).asInt(), span.get(1).asInt()));
            }
            quotes.add(new GoldQuote(
                    spans,
                    span(quote.get("speaker")),
                    span(quote.get("cue")),
                    quote.path("speech").asBoolean(true)));
        }
        return new GoldQuotes(record.get("id").asText(), record.get("text").asText(), quotes);
    }

    private static TextSpan span(JsonNode node) {
        return node == null || node.isNull()
                ? null
                : new TextSpan(node.get("start").asInt(), node.get("end").asInt());
    }
}
