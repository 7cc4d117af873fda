package org.onrecord.api.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A column of a table.
 *
 * @param name in the head
 * @param value of a row
 */
record CsvColumn(String name, Value value) {

    /** Reads a cell; null is an empty one. */
    @FunctionalInterface
    interface Value {
        @Nullable
        String of(ResultSet row, String cursor) throws SQLException;
    }

    /** Those of quotes. Further ones come behind, so that whoever counts columns is not misled. */
    static final List<CsvColumn> OF_QUOTES = List.of(
            text("id", "quote_id"),
            text("kind", "kind"),
            text("text", "text"),
            text("speaker", "speaker_name"),
            text("speakerEntityId", "speaker_id"),
            new CsvColumn("confidence", (row, cursor) -> String.valueOf(row.getDouble("confidence"))),
            moment("date", "dated_at"),
            text("site", "site"),
            text("url", "url"),
            text("title", "title"),
            text("articleId", "article_id"),
            text("utteranceId", "utterance_id"),
            cursor(),
            text("stance", "stance"),
            text("speakers", "speaker_names"),
            json("roles", "speaker", speaker -> listed(speaker.path("roles"), JsonNode::asText)),
            json("cue", "cue", cue -> cue.path("surface").asText()),
            json("context", "context", context -> context.path("text").asText()),
            json("spans", "spans", spans -> listed(spans, CsvColumn::span)),
            text("rule", "rule"),
            moment("stored", "stored_at"),
            moment("changed", "changed_at"),
            text("review", "decision"));

    /** Those of articles. */
    static final List<CsvColumn> OF_ARTICLES = List.of(
            text("id", "article_id"),
            text("title", "title"),
            text("url", "url"),
            text("canonicalUrl", "canonical_url"),
            text("site", "site"),
            text("siteName", "site_name"),
            json("authors", "authors", authors -> listed(authors, JsonNode::asText)),
            text("language", "language"),
            text("section", "section"),
            moment("publishedAt", "published_at"),
            moment("modifiedAt", "modified_at"),
            moment("firstSeenAt", "first_seen_at"),
            moment("date", "dated_at"),
            moment("stored", "stored_at"),
            moment("changed", "changed_at"),
            text("text", "text"),
            cursor());

    private static final ObjectMapper JSON = new ObjectMapper();

    private static CsvColumn text(String name, String column) {
        return new CsvColumn(name, (row, cursor) -> row.getString(column));
    }

    private static CsvColumn cursor() {
        return new CsvColumn("cursor", (row, cursor) -> cursor);
    }

    private static CsvColumn moment(String name, String column) {
        return new CsvColumn(name, (row, cursor) -> {
            Instant moment = Lines.moment(row, column);
            return moment == null ? null : moment.toString();
        });
    }

    private static CsvColumn json(String name, String column, Function<JsonNode, String> reader) {
        return new CsvColumn(name, (row, cursor) -> {
            String json = row.getString(column);
            return json == null ? null : reader.apply(read(json));
        });
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("the database keeps JSON", e);
        }
    }

    private static String listed(JsonNode array, Function<JsonNode, String> reader) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(reader.apply(each)));
        return String.join("; ", texts);
    }

    /** {@code text 0-29} */
    private static String span(JsonNode span) {
        return span.path("field").asText() + " " + span.path("start").asInt() + "-"
                + span.path("end").asInt();
    }
}
