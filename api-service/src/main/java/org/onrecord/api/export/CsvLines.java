package org.onrecord.api.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * CSV as RFC 4180 has it, with a head. An apostrophe stands before what a spreadsheet would run as a formula, since anybody
 * may print one in the news: {@link Formulas}.
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
            "cursor",
            "stance",
            "speakers");

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
    public void write(ResultSet quote, String cursor) throws SQLException, IOException {
        cells(List.of(
                quote.getString("quote_id"),
                quote.getString("kind"),
                quote.getString("text"),
                orEmpty(quote.getString("speaker_name")),
                orEmpty(quote.getString("speaker_id")),
                String.valueOf(quote.getDouble("confidence")),
                Lines.moment(quote, "dated_at").toString(),
                orEmpty(quote.getString("site")),
                orEmpty(quote.getString("url")),
                quote.getString("title"),
                quote.getString("article_id"),
                quote.getString("utterance_id"),
                cursor,
                quote.getString("stance"),
                orEmpty(quote.getString("speaker_names"))));
    }

    private void cells(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            out.write(i == 0 ? "" : ",");
            out.write(cell(cells.get(i)));
        }
        out.write(END);
    }

    static String cell(String text) {
        String safe = Formulas.disarmed(text);
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
