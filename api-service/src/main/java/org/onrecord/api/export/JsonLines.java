package org.onrecord.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Instant;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import org.onrecord.api.database.Row;

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
    public void write(Row quote, String cursor) throws SQLException, IOException {
        json.writeStartObject();
        json.writeStringField("id", quote.text("quote_id"));
        json.writeStringField("kind", quote.text("kind"));
        json.writeStringField("text", quote.text("text"));
        raw("speaker", quote.text("speaker"));
        raw("cue", quote.text("cue"));
        json.writeNumberField("confidence", quote.decimal("confidence"));
        json.writeStringField("rule", quote.text("rule"));
        raw("spans", quote.text("spans"));
        raw("context", quote.text("context"));
        json.writeStringField("utteranceId", quote.text("utterance_id"));
        article(quote);
        json.writeStringField("cursor", cursor);
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void article(Row quote) throws SQLException, IOException {
        Instant publishedAt = quote.time("published_at");
        Instant date = quote.time("dated_at");
        json.writeObjectFieldStart("article");
        json.writeStringField("id", quote.text("article_id"));
        json.writeStringField("title", quote.text("title"));
        optional("url", quote.text("url"));
        optional("site", quote.text("site"));
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
