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
                "``                           | ``",
                "a - b = c                    | a - b = c",
                "“-2 degrees”                 | “-2 degrees”",
                "＝1+1                        | '＝1+1",
                "＋1                          | '＋1",
                "－1                          | '－1",
                "＠SUM(A1)                    | '＠SUM(A1)",
                "﹦1                          | '﹦1",
                "−1                           | '−1",
                "`  =1`                       | `'  =1`",
                "`\u00A0=1`                   | `'\u00A0=1`",
                "`\u3000=1`                   | `'\u3000=1`",
                "`\uFEFF=1`                   | `'\uFEFF=1`",
                "`\u200B\u2060=1`             | `'\u200B\u2060=1`",
                "`\u0001=1`                   | `'\u0001=1`",
                "`\"=1\"`                      | `\"'\"\"=1\"\"\"`",
                "`\t1`                        | `'\t1`",
                "`\r1`                        | `\"'\r1\"`",
                "`\n1`                        | `\"'\n1\"`",
                "`a;=1`                       | `a;'=1`",
                "`a; \"@1`                    | `\"a;' \"\"@1\"`",
                "`a\t+1`                      | `a\t'+1`",
                "`a\n-1`                      | `\"a\n'-1\"`",
                "`a;b=1`                      | `a;b=1`",
                "`;;=1;x=;-2`                 | `;;'=1;x=;'-2`"
            })
    void aCellIsQuotedWhereItMustBeAndRunsNoFormula(String text, String cell) {
        assertThat(CsvCell.of(text)).isEqualTo(cell);
    }
}
