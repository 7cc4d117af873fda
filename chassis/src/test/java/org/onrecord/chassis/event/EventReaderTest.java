package org.onrecord.chassis.event;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is no event says why, for the headers of its dead letter. */
class EventReaderTest {
    private final EventReader reader = new EventReader(new ObjectMapper().registerModule(new JavaTimeModule()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"articleId\": \"no id\"} | not an article event: Cannot deserialize",
                "null                       | not an article event: null",
                "{}                         | the article lacks ",
            })
    void whatIsNoArticleSaysWhy(String json, String reason) {
        assertThatThrownBy(() -> reader.article(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageStartingWith(reason);
    }

    @Test
    void aRecordWithoutValueIsNoEvent() {
        assertThatThrownBy(() -> reader.outcome(null)).hasMessage("the record has no value");
    }

    @Test
    void aFetchRequestNeedsItsIdAndItsUrl() {
        assertThatThrownBy(() ->
                        reader.fetchRequest("{\"url\": \"http://news.example/\"}".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("the fetch request lacks requestId");
    }
}
