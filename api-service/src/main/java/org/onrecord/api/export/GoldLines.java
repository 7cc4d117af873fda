package org.onrecord.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.onrecord.database.Sql;

/**
 * Articles of which editors reviewed quotes as a model is trained and scored on them: the text is the title, a blank line, and the
 * text of the article, and all offsets count in that, in UTF-16 units, half open. What an editor confirmed or corrected is in
 * {@code quotes}; what was rejected, and what nobody has looked at, stand apart, so that neither is taken for the other.
 */
final class GoldLines implements Lines {

    private static final String BETWEEN = "\n\n";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ARTICLES = """
            SELECT a.article_id, a.url, v.title, v.text, a.dated_at, (
                SELECT jsonb_agg(jsonb_build_object('kind', q.kind, 'stance', q.stance, 'spans', q.spans, 'cue', q.cue,
                        'speakers', coalesce(q.speakers,
                            CASE WHEN q.speaker IS NULL THEN '[]' ELSE jsonb_build_array(q.speaker) END),
                        'rule', q.rule, 'confidence', q.confidence, 'review', q.review) ORDER BY q.quote_no, q.quote_id)
                FROM quote q WHERE q.analysis_id = a.analysis_id)::text AS quotes
            FROM article a JOIN article_version v USING (article_id, version, extractor)
            WHERE a.article_id IN (SELECT article_id FROM quote WHERE review IS NOT NULL)""";

    private final JsonGenerator json;

    GoldLines(OutputStream out) throws IOException {
        json = JSON.getFactory().createGenerator(out, JsonEncoding.UTF8);
        json.setRootValueSeparator(null);
    }

    /** All that were reviewed in part. */
    static Sql all() {
        return new Sql().add(ARTICLES);
    }

    @Override
    public void begin() {}

    @Override
    public void write(ResultSet article, String cursor) throws SQLException, IOException {
        String title = article.getString("title");
        String text = title + BETWEEN + article.getString("text");
        Document document = new Document(text, title.length());
        List<JsonNode> said = new ArrayList<>();
        List<JsonNode> rejected = new ArrayList<>();
        List<JsonNode> unreviewed = new ArrayList<>();
        for (JsonNode quote : JSON.readTree(article.getString("quotes"))) {
            switch (quote.path("review").path("decision").asText()) {
                case "confirmed", "corrected" -> said.add(quote);
                case "rejected" -> rejected.add(quote);
                default -> unreviewed.add(quote);
            }
        }
        json.writeStartObject();
        json.writeStringField("id", article.getString("article_id"));
        if (article.getString("url") != null) {
            json.writeStringField("url", article.getString("url"));
        }
        json.writeStringField(
                "date",
                LocalDate.ofInstant(Lines.moment(article, "dated_at"), ZoneOffset.UTC)
                        .toString());
        json.writeNumberField("title_end", document.titleEnd());
        json.writeStringField("text", text);
        quotes("quotes", said, document);
        quotes("rejected", rejected, document);
        quotes("unreviewed", unreviewed, document);
        json.writeStringField("cursor", cursor);
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private record Document(String text, int titleEnd) {
        /** Where what counts in title or text stands in both. */
        int at(JsonNode span, String end) {
            int within = span.path(end).asInt();
            return span.path("field").asText().equals("title") ? within : titleEnd + BETWEEN.length() + within;
        }
    }

    private void quotes(String name, List<JsonNode> quotes, Document document) throws IOException {
        json.writeArrayFieldStart(name);
        for (JsonNode quote : quotes) {
            JsonNode spans = quote.path("spans");
            JsonNode speakers = quote.path("speakers");
            json.writeStartObject();
            place(document.at(spans.path(0), "start"), document.at(spans.path(spans.size() - 1), "end"), document);
            json.writeArrayFieldStart("spans");
            for (JsonNode span : spans) {
                json.writeStartArray();
                json.writeNumber(document.at(span, "start"));
                json.writeNumber(document.at(span, "end"));
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeStringField("type", quote.path("kind").asText());
            json.writeBooleanField("speech", true);
            json.writeStringField("kind", quote.path("stance").asText());
            words("speaker", speakers.path(0), document);
            words("cue", quote.path("cue"), document);
            if (speakers.size() > 1) {
                json.writeArrayFieldStart("who");
                for (JsonNode speaker : speakers) {
                    json.writeString(
                            speaker.path("name").asText(speaker.path("surface").asText()));
                }
                json.writeEndArray();
            }
            json.writeStringField("rule", quote.path("rule").asText());
            json.writeNumberField("confidence", quote.path("confidence").asDouble());
            if (quote.path("review").isObject()) {
                json.writeFieldName("review");
                json.writeTree(quote.path("review"));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void place(int start, int end, Document document) throws IOException {
        json.writeNumberField("start", start);
        json.writeNumberField("end", end);
        json.writeStringField("text", document.text().substring(start, end));
    }

    private void words(String name, JsonNode words, Document document) throws IOException {
        JsonNode span = words.path("span");
        if (!span.isObject()) {
            json.writeNullField(name);
            return;
        }
        json.writeObjectFieldStart(name);
        place(document.at(span, "start"), document.at(span, "end"), document);
        if (words.path("name").isTextual()) {
            json.writeStringField("entity", words.path("name").asText());
        }
        json.writeEndObject();
    }

    @Override
    public void end() throws IOException {
        json.flush();
    }
}
