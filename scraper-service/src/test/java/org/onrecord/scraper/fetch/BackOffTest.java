package org.onrecord.scraper.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.onrecord.egress.FetchResult;
import org.onrecord.egress.Headers;

import static org.assertj.core.api.Assertions.assertThat;

class BackOffTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
    private static final List<URI> CHAIN = List.of(URI.create("https://news.example/a"));

    @ParameterizedTest
    @CsvSource({
        "1,  ,                              1",
        "2,  ,                              2",
        "3,  ,                              4",
        "40, ,                              30",
        "1,  5,                             5",
        "3,  2,                             4",
        "1,  30,                            30",
        "1,  0,                             1",
        "1,  -7,                            1",
        "1,  'Mon, 23 Nov 2026 05:00:20 GMT', 20",
        "1,  'Mon, 23 Nov 2026 04:00:00 GMT', 1",
        "1,  'mon, 23 nov 2026 05:00:20 gmt', 20",
        "1,  '23 Nov 2026 05:00:20 UTC',    20",
        "1,  'Monday, 23-Nov-26 05:00:20 GMT', 20",
        "1,  'Mon Nov 23 05:00:20 2026',    20",
        "1,  soon,                          1"
    })
    void doublesUnlessTheServerAsksForMore(int attempt, String retryAfter, int seconds) {
        assertThat(BackOff.after(unavailable(retryAfter), Duration.ofSeconds(1), attempt, LONGEST, NOW))
                .contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"31", "3600", "999999999", "'Mon, 23 Nov 2026 05:00:31 GMT'"})
    void givesUpWhereTheServerAsksForLonger(String retryAfter) {
        assertThat(BackOff.after(unavailable(retryAfter), Duration.ofSeconds(1), 1, LONGEST, NOW))
                .isEmpty();
    }

    private static FetchResult unavailable(String retryAfter) {
        List<Headers.Field> fields =
                retryAfter == null ? List.of() : List.of(new Headers.Field("Retry-After", retryAfter));
        return new FetchResult.ErrorStatus(CHAIN, 503, new Headers(fields));
    }
}
