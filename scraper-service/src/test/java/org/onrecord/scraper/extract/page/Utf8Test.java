package org.onrecord.scraper.extract.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class Utf8Test {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "The ferry sails.",
                "“Fähre”, sagt er, über den Fluß",
                "渡輪",
                "🚢 a ship 🚢🚢",
                "é",
                "ﬀ\uD7FF\uE000"
            })
    void readsEveryCharacter(String text) {
        assertEquals(Optional.of(text), Utf8.decode(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void takesTheSameBytesForTextAsAStrictDecoder() {
        // Given
        Random random = new Random(3);
        byte[] often = {
            'a',
            ' ',
            '<',
            (byte) 0x80,
            (byte) 0xBF,
            (byte) 0xC1,
            (byte) 0xC2,
            (byte) 0xE0,
            (byte) 0xED,
            (byte) 0xF0,
            (byte) 0xF4
        };
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[random.nextInt(14)];
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = random.nextInt(4) == 0 ? (byte) random.nextInt() : often[random.nextInt(often.length)];
            }
            // When
            Optional<String> read = Utf8.decode(bytes);
            // Then
            assertEquals(strictly(bytes), read);
        }
    }

    private static Optional<String> strictly(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
