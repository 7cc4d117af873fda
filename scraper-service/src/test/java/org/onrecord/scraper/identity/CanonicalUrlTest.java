package org.onrecord.scraper.identity;

import java.net.URI;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CanonicalUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://news.example/a                               | https://news.example/a",
                "HTTPS://News.Example:443/A#comments                  | https://news.example/A",
                "http://news.example:80                               | http://news.example/",
                "http://news.example:8080/a                           | http://news.example:8080/a",
                "https://news.example/a?utm_source=x&utm_medium=y     | https://news.example/a",
                "https://news.example/a?id=7&fbclid=z&page=2          | https://news.example/a?id=7&page=2",
                "https://news.example/a?Gclid=1&at_campaign=2         | https://news.example/a",
                "https://news.example/a?&&id=7                        | https://news.example/a?id=7",
                "https://news.example/a?share_id=7                    | https://news.example/a?share_id=7",
                "https://news.example/%7euser/f%c3%a4hre              | https://news.example/~user/f%C3%A4hre",
                "https://news.example/2026/../a/./b                   | https://news.example/a/b",
                "https://news.example/2026/%2e%2E/a/%2e/b             | https://news.example/a/b",
                // No host for java.net.URI, yet sites are served there.
                "http://my_paper.news.example:8080/a                  | http://my_paper.news.example:8080/a"
            })
    void spellsOnePageOneWay(String answered, String canonical) {
        assertThat(CanonicalUrl.of(URI.create(answered), Optional.empty())).hasToString(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The page speaks for its own site: another path, another host, another scheme.
                "https://news.example/a?x=1         | https://news.example/a                  | https://news.example/a",
                "https://m.news.example/a           | https://www.news.example/a?utm_source=m | https://www.news.example/a",
                "http://news.example/a              | https://news.example/a                  | https://news.example/a",
                "https://amp.news.co.uk/a           | https://www.news.co.uk/a                | https://www.news.co.uk/a",
                "https://news.example/a/amp         | /a                                      | https://news.example/a",
                "http://127.0.0.1:8123/a?x=1        | http://127.0.0.1:8123/a                 | http://127.0.0.1:8123/a",
                // Another publisher's page: evidence of syndication, no identity.
                "https://copy.example/a             | https://news.example/a                  | https://copy.example/a",
                "https://one.co.uk/a                | https://two.co.uk/a                     | https://one.co.uk/a",
                "https://one.github.io/a            | https://two.github.io/a                 | https://one.github.io/a",
                "http://127.0.0.1:8123/a            | http://127.0.0.1:8124/a                 | http://127.0.0.1:8123/a",
                "http://127.0.0.1:8123/a            | http://127.0.0.2:8123/a                 | http://127.0.0.1:8123/a",
                // The home page on every page.
                "https://news.example/a             | https://news.example/                   | https://news.example/a",
                "https://news.example/a             | https://news.example                    | https://news.example/a",
                // No web address.
                "https://news.example/a             | mailto:desk@news.example                | https://news.example/a",
                "https://news.example/a             | ftp://news.example/b                    | https://news.example/a",
                "https://news.example/a             | https:///b                              | https://news.example/a"
            })
    void believesThePageOnlyAboutItsOwnSite(String answered, String declared, String canonical) {
        assertThat(CanonicalUrl.of(URI.create(answered), Optional.of(URI.create(declared))))
                .hasToString(canonical);
    }

    /** Half a megabyte of it takes a processor half a minute to normalise, five megabytes an hour. */
    @Test
    void doesNotBelieveAPageThatCallsItselfWhatNoUrlIs() {
        int deep = 5_000;
        URI declared = URI.create("https://news.example/" + "a/".repeat(deep) + "../".repeat(deep) + "b");

        assertThat(CanonicalUrl.of(URI.create("https://news.example/a"), Optional.of(declared)))
                .hasToString("https://news.example/a");
    }
}
