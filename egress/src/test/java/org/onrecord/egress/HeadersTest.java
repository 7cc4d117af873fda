package org.onrecord.egress;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a content type is that is written twice, or is none. Fields are divided by bars. */
class HeadersTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "text/html, text/html",
                "`text/html, text/html; charset=utf-8`, text/html; charset=utf-8",
                "text/html; charset=utf-8|text/html, text/html; charset=utf-8",
                "text/plain|text/html, text/html",
                "text/html|*/*, text/html",
                "text/html|, text/html",
                "html,",
                "text/html; charset=a|application/octet-stream, application/octet-stream"
            })
    void theLastThatIsOneCounts(String fields, String type) {
        Headers headers = new Headers(Stream.of(fields.split("\\|", -1))
                .map(value -> new Headers.Field("content-type", value))
                .toList());

        assertThat(headers.contentType().orElse(null)).isEqualTo(type);
    }
}
