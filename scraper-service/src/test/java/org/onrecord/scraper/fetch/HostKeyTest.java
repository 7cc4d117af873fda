package org.onrecord.scraper.fetch;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HostKeyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://news.example.org/story                    | example.org",
                "https://www.courier.co.uk/a story with spaces     | courier.co.uk",
                "https://courier.example/übersicht?q=a&b=%{}        | courier.example",
                "https://BÜCHER.example/x                          | xn--bcher-kva.example",
                "https://my_paper.example.org/story                | example.org",
                "http://127.0.0.1:8080/story                       | 127.0.0.1:8080",
                "http://localhost:8080/story                       | localhost:8080",
                "file:///etc/passwd                                | ''",
                "no URL at all                                     | ''",
            })
    void requestsOfOneServerHaveOneKeyHoweverTheyAreSpelt(String url, String expected) {
        assertThat(HostKey.of(url)).isEqualTo(expected);
    }
}
