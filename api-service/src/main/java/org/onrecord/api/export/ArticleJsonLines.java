package org.onrecord.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/** Articles as JSON Lines: what their page said of them, and their text. */
final class ArticleJsonLines implements Lines {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** The name of a field, and of its column. */
    private static final Map<String, String> TEXTS = ordered(
            "url",
            "url",
            "canonicalUrl",
            "canonical_url",
            "site",
            "site",
            "siteName",
            "site_name",
            "language",
            "language",
            "section",
            "section",
            "version",
            "version");

    private static final Map<String, String> MOMENTS = ordered(
            "publishedAt",
            "published_at",
            "modifiedAt",
            "modified_at",
            "firstSeenAt",
            "first_seen_at",
            "date",
            "dated_at",
            "stored",
            "stored_at",
            "changed",
            "changed_at");

    private final JsonGenerator json;

    ArticleJsonLines(OutputStream out) throws IOException {
        json = FACTORY.createGenerator(out, JsonEncoding.UTF8);
        json.setRootValueSeparator(null);
    }

    private static Map<String, String> ordered(String... fieldsAndColumns) {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (int i = 0; i < fieldsAndColumns.length; i += 2) {
            ordered.put(fieldsAndColumns[i], fieldsAndColumns[i + 1]);
        }
        return ordered;
    }

    @Override
    public void begin() {}

    @Override
    public void write(ResultSet article, String cursor) throws SQLException, IOException {
        json.writeStartObject();
        json.writeStringField("id", article.getString("article_id"));
        json.writeStringField("title", article.getString("title"));
        for (Map.Entry<String, String> field : TEXTS.entrySet()) {
            optional(field.getKey(), article.getString(field.getValue()));
        }
        json.writeFieldName("authors");
        json.writeRawValue(article.getString("authors"));
        for (Map.Entry<String, String> field : MOMENTS.entrySet()) {
            Instant moment = Lines.moment(article, field.getValue());
            optional(field.getKey(), moment == null ? null : moment.toString());
        }
        json.writeStringField("text", article.getString("text"));
        json.writeStringField("cursor", cursor);
        json.writeEndObject();
        json.writeRaw('\n');
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
