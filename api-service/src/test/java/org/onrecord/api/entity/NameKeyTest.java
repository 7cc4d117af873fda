package org.onrecord.api.entity;

import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NameKeyTest {

    @ParameterizedTest
    @CsvSource({
        "John Kerry,            john kerry",
        "'  JOHN   KERRY. ',    john kerry",
        "Nouri al-Maliki,       nouri al maliki",
        "O’Brien,               obrien",
        "U.S.,                  us",
        "José Ángel Gurría,     jose angel gurria",
        "Łukasz Østergård,      lukasz ostergard",
        "Weiß,                  weiss",
        "İstanbul,              istanbul",
        "Ｇ７,                  g7",
        "Владимир Путин,        владимир путин",
        "'“—”',                 ''"
    })
    void spellingsOfANameHaveOneKey(String name, String key) {
        assertThat(NameKey.of(name)).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Łukasz Østergård", "ΟΔΥΣΣΕΥΣ", "U.S. Navy", "ﬃ ℌ ½", "a\u0000b", "\uD83D\uDE00 x"})
    void theKeyOfAKeyIsTheKeyItself(String name) {
        String key = NameKey.of(name);

        assertThat(NameKey.of(key)).isEqualTo(key);
    }

    @Test
    void asciiNamesHaveTheKeyThatTheRulesGive() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            String name = random.ints(random.nextInt(30), 0, 0x80)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String key = name.strip()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[.'`]", "")
                    .replaceAll("[^a-z0-9]+", " ")
                    .strip();

            assertThat(NameKey.of(name)).as(name).isEqualTo(key);
        }
    }

    @Test
    void aNameOfAnyLengthHasAKeyThatAnIndexHolds() {
        assertThat(NameKey.of("ﷺ𝔘".repeat(500_000))).hasSizeLessThanOrEqualTo(NameKey.MAX_LENGTH);
    }
}
