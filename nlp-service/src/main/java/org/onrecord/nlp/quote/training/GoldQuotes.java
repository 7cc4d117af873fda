package org.onrecord.nlp.quote.training;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import org.onrecord.nlp.quote.Quotation.TextSpan;

/** The annotated quotations of a document. */
record GoldQuotes(String id, String text, List<GoldQuote> quotes) {

    private static final Pattern HEAD_END =
            Pattern.compile(",| who | that | whose | of | for | in | at | from | with | on | to |\\(");

    /**
     * An annotated quotation.
     *
     * @param speaker what it begins with up to a comma, a preposition or a clause: "The mayor" of "The mayor of London";
     *     null where the text names none
     * @param cue null where there is none
     * @param speech false for attitudes, which need not be found
     */
    public record GoldQuote(List<TextSpan> spans, TextSpan speaker, TextSpan cue, boolean speech) {}

    static GoldQuotes of(JsonNode record) {
        String text = record.get("text").asText();
        List<GoldQuote> quotes = new ArrayList<>();
        for (JsonNode quote : record.get("quotes")) {
            List<TextSpan> spans = new ArrayList<>();
            for (JsonNode span : quote.get("spans")) {
                spans.add(new TextSpan(span.get(0).asInt(), span.get(1).asInt()));
            }
            quotes.add(new GoldQuote(
                    spans,
                    head(text, span(quote.get("speaker"))),
                    span(quote.get("cue")),
                    quote.path("speech").asBoolean(true)));
        }
        return new GoldQuotes(record.get("id").asText(), text, quotes);
    }

    private static TextSpan head(String text, TextSpan speaker) {
        if (speaker == null) {
            return null;
        }
        Matcher end = HEAD_END.matcher(text).region(speaker.start(), speaker.end());
        return end.find() && end.start() > speaker.start() ? new TextSpan(speaker.start(), end.start()) : speaker;
    }

    private static TextSpan span(JsonNode node) {
        return node == null || node.isNull()
                ? null
                : new TextSpan(node.get("start").asInt(), node.get("end").asInt());
    }
}
