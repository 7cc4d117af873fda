package org.onrecord.api.export;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvLinesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain words                  | plain words",
                "one, two                     | \"one, two\"",
                "said \"no\"                   | \"said \"\"no\"\"\"",
                "=HYPERLINK(\"http://a\")      | \"'=HYPERLINK(\"\"http://a\"\")\"",
                "+1                           | '+1",
                "-2                           | '-2",
                "@SUM(A1)                     | '@SUM(A1)",
                "`a\nb`                       | `\"a\nb\"`",
                "``                           | ``"
            })
    void aCellIsQuotedWhereItMustBeAndRunsNoFormula(String text, String cell) {
        assertThat(CsvLines.cell(text)).isEqualTo(cell);
    }
}
