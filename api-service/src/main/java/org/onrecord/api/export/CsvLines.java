package org.onrecord.api.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

import org.onrecord.api.database.Row;

/**
 * CSV as RFC 4180 has it, with a head. A cell that a spreadsheet would run as a formula begins with an apostrophe, since
 * anybody may print one in the news (OWASP, CSV injection).
 */
final class CsvLines implements Lines {

    private static final List<String> HEAD = List.of(
            "id",
            "kind",
            "text",
            "speaker",
            "speakerEntityId",
            "confidence",
            "date",
            "site",
            "url",
            "title",
            "articleId",
            "utteranceId",
            "cursor");

    private static final String FORMULA = "=+-@\t\r";
    private static final String END = "\r\n";

    private final Writer out;

    CsvLines(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public void begin() throws IOException {
        out.write(String.join(",", HEAD));
        out.write(END);
    }

    @Override
    public void write(Row quote, String cursor) throws SQLException, IOException {
        cells(List.of(
                quote.text("quote_id"),
                quote.text("kind"),
                quote.text("text"),
                orEmpty(quote.text("speaker_name")),
                orEmpty(quote.text("speaker_id")),
                String.valueOf(quote.decimal("confidence")),
                quote.time("dated_at").toString(),
                orEmpty(quote.text("site")),
                orEmpty(quote.text("url")),
                quote.text("title"),
                quote.text("article_id"),
                quote.text("utterance_id"),
                cursor));
    }

    private void cells(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            out.write(i == 0 ? "" : ",");
            out.write(cell(cells.get(i)));
        }
        out.write(END);
    }

    static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }
}
