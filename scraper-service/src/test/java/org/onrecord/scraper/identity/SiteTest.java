package org.onrecord.scraper.identity;

import java.net.URI;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SiteTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.news.com/a,           news.com",
        "https://Politics.News.co.uk/a,    news.co.uk",
        "https://harbour.github.io/a,      harbour.github.io",
        "https://news.example/a,           news.example",
        "http://127.0.0.1:8123/a,          127.0.0.1",
        "http://[2001:db8::1]/a,           [2001:db8::1]",
        "http://intranet/a,                intranet",
        "https://co.uk/,                   co.uk",
        "https://xn--fhre-loa.example/,    xn--fhre-loa.example"
    })
    void isTheRegistrableDomain(String url, String site) {
        assertThat(Site.of(URI.create(url))).isEqualTo(site);
    }
}
