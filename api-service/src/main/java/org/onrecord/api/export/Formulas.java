package org.onrecord.api.export;

/**
 * Takes formulas out of cells (OWASP, CSV injection): what stands behind an apostrophe is text to every spreadsheet.
 *
 * <p>A formula may begin where the cell does, also behind what a spreadsheet drops: white space, invisible characters and
 * quotation marks. It may begin inside the cell too, since in many countries a spreadsheet takes the semicolon for the end of
 * a cell, and a program that does not know quotation marks a tab or the end of a line.
 */
final class Formulas {

    /** ASCII, full-width, small; the minus sign, which some programs read as a hyphen. */
    private static final String BEGINNINGS = "=+-@＝＋－＠﹦﹢﹣﹫−";

    private static final String ENDS_OF_CELLS = ";\t\r\n\u000B\f\u0085\u2028\u2029";

    private static final String QUOTATION_MARKS = "\"'＂＇";

    private Formulas() {}

    /** The text, with an apostrophe before each formula. */
    static String disarmed(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 1);
        if (!text.isEmpty() && ENDS_OF_CELLS.indexOf(text.charAt(0)) > 0) {
            safe.append('\'');
        }
        boolean atBeginning = true;
        int cell = safe.length();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (ENDS_OF_CELLS.indexOf(c) >= 0) {
                atBeginning = true;
                cell = safe.length() + 1;
            } else if (atBeginning && BEGINNINGS.indexOf(c) >= 0) {
                safe.insert(cell, '\'');
                atBeginning = false;
            } else if (atBeginning && !isDropped(c)) {
                atBeginning = false;
            }
            safe.appendCodePoint(c);
            i += Character.charCount(c);
        }
        return safe.toString();
    }

    private static boolean isDropped(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || QUOTATION_MARKS.indexOf(c) >= 0;
    }
}
