package org.onrecord.egress;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BrotliWindowTest {

    /** The table of RFC 7932 9.1, whose bits are written from right to left, with other bits before them. */
    @ParameterizedTest
    @CsvSource({
        "10100001, 10",
        "00110001, 11",
        "11000001, 12",
        "01010001, 13",
        "11100001, 14",
        "01110001, 15",
        "00000000, 16",
        "11111110, 16",
        "10000001, 17",
        "11110011, 18",
        "00000101, 19",
        "00000111, 20",
        "00001001, 21",
        "00001011, 22",
        "00001101, 23",
        "11111111, 24"
    })
    void isReadFromTheFirstBits(String first, int logarithm) {
        assertThat(BrotliWindow.bytes(Integer.parseInt(first, 2))).isEqualTo(1 << logarithm);
    }
}
