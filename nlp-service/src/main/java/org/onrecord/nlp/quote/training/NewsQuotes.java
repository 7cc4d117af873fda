package org.onrecord.nlp.quote.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.onrecord.nlp.quote.Quotation.TextSpan;

/**
 * An annotated document of news.
 *
 * @param leftOut whether it is ever left out of the training
 */
record NewsQuotes(String id, String text, List<NewsQuote> quotes, boolean leftOut) {

    /**
     * An annotated quote.
     *
     * @param kind said, asked, denied, unsaid or thinks
     * @param cue null where there is none
     * @param speaker the words that name who speaks; null where there are none
     * @param who the names of those who speak; none where the article does not name them
     */
    record NewsQuote(List<TextSpan> spans, String kind, TextSpan cue, TextSpan speaker, List<String> who) {
        boolean isSpeech() {
            return !kind.equals("thinks");
        }
    }

    static List<NewsQuotes> read(Path gold) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<NewsQuotes> documents = new ArrayList<>();
        for (String line : Files.readAllLines(gold)) {
            documents.add(of(mapper.readTree(line)));
        }
        return documents;
    }

    /** The same, in every training. */
    NewsQuotes always() {
        return new NewsQuotes(id, text, quotes, false);
    }

    /** Which of so many parts a document belongs to; -1 for none that is ever left out. */
    int fold(int folds) {
        return !leftOut ? -1 : Math.floorMod(id.hashCode(), folds);
    }

    private static NewsQuotes of(JsonNode record) {
        List<NewsQuote> quotes = new ArrayList<>();
        for (JsonNode quote : record.get("quotes")) {
            List<TextSpan> spans = new ArrayList<>();
            quote.get("spans")
                    .forEach(s ->
                            spans.add(new TextSpan(s.get(0).asInt(), s.get(1).asInt())));
            quotes.add(new NewsQuote(
                    spans,
                    quote.path("kind").asText("said"),
                    span(quote.path("cue")),
                    span(quote.path("speaker")),
                    who(quote)));
        }
        return new NewsQuotes(record.get("id").asText(), record.get("text").asText(), quotes, true);
    }

    private static TextSpan span(JsonNode node) {
        return node.has("start")
                ? new TextSpan(node.get("start").asInt(), node.get("end").asInt())
                : null;
    }

    private static List<String> who(JsonNode quote) {
        List<String> names = new ArrayList<>();
        JsonNode who = quote.path("who");
        if (who.isArray()) {
            who.forEach(name -> names.add(name.asText()));
        } else if (who.isTextual()) {
            names.add(who.asText());
        } else if (quote.path("speaker").path("entity").isTextual()) {
            names.add(quote.path("speaker").path("entity").asText());
        }
        return names;
    }
}
