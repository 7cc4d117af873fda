package org.onrecord.api.trace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class UrlKeyTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "HTTP://News.Example.ORG/Story,             http://news.example.org/Story",
                "http://news.example.org,                   http://news.example.org/",
                "http://news.example.org:80?a=1,            http://news.example.org/?a=1",
                "https://news.example.org:443/,             https://news.example.org/",
                "http://news.example.org:8081/#top,         http://news.example.org:8081/",
                "http://news.example.org/a%7Eb%c3%bc,       http://news.example.org/a~b%C3%BC",
                "http://news.example.org/ü b|c,             http://news.example.org/%C3%BC%20b%7Cc",
                "http://news.example.org/50%,               http://news.example.org/50%",
                "http://news.example.org/a%2Fb,             http://news.example.org/a%2Fb",
                "http://[::1]:8080/,                        http://[::1]:8080/",
                "not a URL,                                 not a URL"
            })
    void spellingsOfAUrlHaveOneNormalForm(String url, String normal) {
        assertThat(UrlKey.normalise(url)).isEqualTo(normal);
    }

    @Test
    void pagesOfOneSiteHaveDifferentKeys() {
        assertThat(UrlKey.of("http://news.example.org/a"))
                .isNotEqualTo(UrlKey.of("http://news.example.org/A"))
                .isNotEqualTo(UrlKey.of("https://news.example.org/a"))
                .isEqualTo(UrlKey.of(" http://NEWS.example.org/a#x"));
    }
}
