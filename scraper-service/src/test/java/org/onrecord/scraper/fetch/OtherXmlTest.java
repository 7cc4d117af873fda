package org.onrecord.scraper.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.onrecord.egress.FetchResult;
import org.onrecord.egress.Headers;

import static org.assertj.core.api.Assertions.assertThat;

/** XML by its root. */
class OtherXmlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "text/xml        | <?xml version='1.0'?><!-- a > b --><rss version='2.0'>  | rss",
                "application/xml | <a:feed xmlns:a='http://www.w3.org/2005/Atom'>          | feed",
                "application/xml | <!DOCTYPE x [<!ENTITY a '>'>]> <x/>                     | x",
                "application/xml | <!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'> |",
                "text/xml        | <h:HTML xmlns:h='http://www.w3.org/1999/xhtml'>         |",
                "application/xml | <p>Only a part                                          |",
                "application/xml | no markup                                               |",
                "application/xml | <!--                                                    |",
                "text/html       | <rss version='2.0'>                                     |"
            })
    void isNoPageUnlessItsRootIsOfOne(String type, String body, String root) {
        FetchResult.Fetched fetched = new FetchResult.Fetched(
                List.of(URI.create("https://paper.example.org/")),
                new Headers(List.of()),
                200,
                new Headers(List.of(new Headers.Field("Content-Type", type))),
                body.getBytes(StandardCharsets.UTF_8),
                Instant.EPOCH);

        assertThat(OtherXml.in(fetched).orElse(null)).isEqualTo(root);
    }
}
