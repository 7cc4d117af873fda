package org.onrecord.scraper.rights;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.onrecord.contracts.Rights;
import org.onrecord.contracts.RobotsVerdict;

import static org.assertj.core.api.Assertions.assertThat;

/** What a site's file says of its pages. */
class SitePolicyTest {

    private static final Rights SILENT = new Rights(RobotsVerdict.ALLOWED, List.of(), List.of(), null, null, null);

    @ParameterizedTest
    @CsvSource({
        "/,            true",
        "/news/ferry,  true",
        "/free/ferry,  false",
        "/a/b.pdf,     false",
        "/a/b.pdf?x=1, true",
        "/data/x/csv,  false"
    })
    void theFirstRuleForAPageCounts(String page, boolean reserved) {
        SitePolicy policy = parse("""
                [{"location": "/free/", "tdm-reservation": 0}, {"location": "/*.pdf$", "tdm-reservation": "0"},
                 {"location": "/data/*/csv", "tdm-reservation": 0}, {"location": "nowhere", "tdm-reservation": 0},
                 {"location": "/", "tdm-reservation": 1, "tdm-policy": "https://paper.example/policy.json"}]
                """);

        Rights rights = policy.beside(SILENT, URI.create("https://paper.example" + page));

        assertThat(rights.tdmReserved()).isEqualTo(reserved);
        assertThat(rights.tdmPolicy()).isEqualTo(reserved ? "https://paper.example/policy.json" : null);
    }

    @Test
    void whatThePageSaysGoesFirst() {
        Rights said = new Rights(RobotsVerdict.ALLOWED, List.of(), List.of(), false, null, null);

        Rights rights = parse("[{\"location\": \"/\", \"tdm-reservation\": 1}]")
                .beside(said, URI.create("https://paper.example/ferry"));

        assertThat(rights).isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<html>", "7", "[7, {}, [], null]", "[{\"location\": \"/\"}]", "[[[[[[[[[[[[[[[[[[[[[[[["})
    void whatCannotBeReadSaysNothing(String file) {
        assertThat(parse(file)).isEqualTo(SitePolicy.NONE);
    }

    private static SitePolicy parse(String file) {
        return SitePolicy.parse(file.getBytes(StandardCharsets.UTF_8));
    }
}
