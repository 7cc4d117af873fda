package org.onrecord.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;

import org.jdbi.v3.core.result.RowView;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

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
    public void write(RowView quote, String cursor) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", quote.getColumn("quote_id", String.class));
        json.writeStringField("kind", quote.getColumn("kind", String.class));
        json.writeStringField("text", quote.getColumn("text", String.class));
        raw("speaker", quote.getColumn("speaker", String.class));
        raw("cue", quote.getColumn("cue", String.class));
        json.writeNumberField("confidence", quote.getColumn("confidence", Double.class));
        json.writeStringField("rule", quote.getColumn("rule", String.class));
        raw("spans", quote.getColumn("spans", String.class));
        raw("context", quote.getColumn("context", String.class));
        json.writeStringField("utteranceId", quote.getColumn("utterance_id", String.class));
        article(quote);
        json.writeStringField("cursor", cursor);
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void article(RowView quote) throws IOException {
        Instant publishedAt = quote.getColumn("published_at", Instant.class);
        Instant date = quote.getColumn("dated_at", Instant.class);
        json.writeObjectFieldStart("article");
        json.writeStringField("id", quote.getColumn("article_id", String.class));
        json.writeStringField("title", quote.getColumn("title", String.class));
        optional("url", quote.getColumn("url", String.class));
        optional("site", quote.getColumn("site", String.class));
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
