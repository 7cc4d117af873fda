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
import java.util.stream.Collectors;

/**
 * CSV as RFC 4180 has it, with a head. An apostrophe stands before what a spreadsheet would run as a formula, since anybody
 * may print one in the news: {@link Formulas}.
 */
final class CsvLines implements Lines {

    private static final String END = "\r\n";

    /** By it Excel knows that the file is in UTF-8. */
    private static final char MARK = '\uFEFF';

    private final Writer out;
    private final List<CsvColumn> columns;
    private final boolean marked;

    /** @param marked whether it begins with a byte order mark */
    CsvLines(OutputStream out, List<CsvColumn> columns, boolean marked) {
        this.columns = columns;
        this.marked = marked;
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public void begin() throws IOException {
        if (marked) {
            out.write(MARK);
        }
        out.write(columns.stream().map(CsvColumn::name).collect(Collectors.joining(",")));
        out.write(END);
    }

    @Override
    public void write(ResultSet row, String cursor) throws SQLException, IOException {
        for (int i = 0; i < columns.size(); i++) {
            out.write(i == 0 ? "" : ",");
            String text = columns.get(i).value().of(row, cursor);
            out.write(text == null ? "" : CsvCell.of(text));
        }
        out.write(END);
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }
}
