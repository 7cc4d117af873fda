package org.onrecord.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import org.onrecord.api.quote.QuoteRows;

/**
 * JSON Lines: each line is the object that {@code /v1/quotes} has, and its cursor. What the database keeps as JSON is passed
 * on as it is, since reading and writing it again is most of the work of an export.
 */
final class JsonLines implements Lines {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;

    JsonLines(OutputStream out) throws IOException {
        json = FACTORY.createGenerator(out, JsonEncoding.UTF8);
        json.setRootValueSeparator(null);
    }

    @Override
    public void begin() {}

    @Override
    public void write(ResultSet quote, String cursor) throws SQLException, IOException {
        json.writeStartObject();
        json.writeStringField("id", quote.getString("quote_id"));
        json.writeStringField("kind", quote.getString("kind"));
        json.writeStringField("text", quote.getString("text"));
        json.writeStringField("stance", quote.getString("stance"));
        raw("speaker", quote.getString("speaker"));
        raw(
                "speakers",
                QuoteRows.speakers(quote.getString("speaker"), quote.getString("speakers"))
                        .text());
        raw("cue", quote.getString("cue"));
        json.writeNumberField("confidence", quote.getDouble("confidence"));
        json.writeStringField("rule", quote.getString("rule"));
        raw("spans", quote.getString("spans"));
        raw("context", quote.getString("context"));
        json.writeStringField("utteranceId", quote.getString("utterance_id"));
        json.writeStringField("stored", Lines.moment(quote, "stored_at").toString());
        json.writeStringField("changed", Lines.moment(quote, "changed_at").toString());
        raw("review", quote.getString("review"));
        article(quote);
        json.writeStringField("cursor", cursor);
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void article(ResultSet quote) throws SQLException, IOException {
        Instant publishedAt = Lines.moment(quote, "published_at");
        Instant date = Lines.moment(quote, "dated_at");
        json.writeObjectFieldStart("article");
        json.writeStringField("id", quote.getString("article_id"));
        json.writeStringField("title", quote.getString("title"));
        optional("url", quote.getString("url"));
        optional("site", quote.getString("site"));
        optional("publishedAt", publishedAt == null ? null : publishedAt.toString());
        json.writeStringField("date", date.toString());
        json.writeStringField("dateUsed", date.equals(publishedAt) ? "publishedAt" : "firstSeenAt");
        json.writeEndObject();
    }

    private void raw(String name, String value) throws IOException {
        if (value != null) {
            json.writeFieldName(name);
            json.writeRawValue(value);
        }
    }

    private void optional(String name, String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    @Override
    public void end() throws IOException {
        json.flush();
    }
}
