package org.onrecord.api.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.jdbi.v3.core.result.RowView;

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
    public void write(RowView quote, String cursor) throws IOException {
        cells(List.of(
                quote.getColumn("quote_id", String.class),
                quote.getColumn("kind", String.class),
                quote.getColumn("text", String.class),
                orEmpty(quote.getColumn("speaker_name", String.class)),
                orEmpty(quote.getColumn("speaker_id", String.class)),
                String.valueOf(quote.getColumn("confidence", Double.class)),
                quote.getColumn("dated_at", Instant.class).toString(),
                orEmpty(quote.getColumn("site", String.class)),
                orEmpty(quote.getColumn("url", String.class)),
                quote.getColumn("title", String.class),
                quote.getColumn("article_id", String.class),
                quote.getColumn("utterance_id", String.class),
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
