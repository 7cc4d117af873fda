package org.onrecord.api.export;

/** A cell of CSV as RFC 4180 has it, without what a spreadsheet would run as a formula. */
public final class CsvCell {

    private CsvCell() {}

    /** @return the text, in quotation marks where it needs them */
    public static String of(String text) {
        String safe = Formulas.disarmed(text);
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
