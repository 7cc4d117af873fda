package org.onrecord.scraper.fetch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.onrecord.egress.Headers;
import org.onrecord.egress.Headers.Field;

import static org.assertj.core.api.Assertions.assertThat;

class SeenPageTest {
    private static final String URL = "https://courier.example/story";

    @Test
    void whatTellsAVersionFromAnotherIsRemembered() {
        assertThat(of(new Field("ETag", "W/\"7\""), new Field("Last-Modified", "Tue, 17 Nov 2026 18:30:12 GMT")))
                .contains(new SeenPage(
                        URL, Optional.of("W/\"7\""), Optional.of("Tue, 17 Nov 2026 18:30:12 GMT"), Duration.ZERO));
    }

    @Test
    void freshnessIsWhatIsLeftOfItAndNeverLong() {
        assertThat(fresh("max-age=120", "30")).isEqualTo(Duration.ofSeconds(90));
        assertThat(fresh("public, max-age=31536000", "0")).isEqualTo(Duration.ofMinutes(5));
        assertThat(of(new Field("Cache-Control", "max-age=60"), new Field("Age", "300")))
                .isEmpty();
    }

    @Test
    void anOlderServerSaysByDatesHowLongItIsFresh() {
        Field date = new Field("Date", "Tue, 17 Nov 2026 18:30:00 GMT");
        Field expires = new Field("Expires", "Tue, 17 Nov 2026 18:32:00 GMT");

        assertThat(of(date, expires).orElseThrow().fresh()).isEqualTo(Duration.ofMinutes(2));
        assertThat(of(date, expires, new Field("Cache-Control", "public, max-age=30"))
                        .orElseThrow()
                        .fresh())
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(of(date, expires, new Field("Cache-Control", "no-cache"))).isEmpty();
        assertThat(of(date, new Field("Expires", "0"))).isEmpty();
        assertThat(of(expires, new Field("Date", "Tue, 17 Nov 2026 18:40:00 GMT")))
                .isEmpty();
    }

    @Test
    void whatMustNotBeStoredIsNotRemembered() {
        assertThat(of(new Field("ETag", "\"7\""), new Field("Cache-Control", "private, No-Store")))
                .isEmpty();
        assertThat(of(new Field("ETag", "x".repeat(5_000)))).isEmpty();
        assertThat(of()).isEmpty();
    }

    @Test
    void aServerThatSaysOnlyThatNothingChangedTakesNothingBack() {
        SeenPage page = of(new Field("ETag", "\"7\"")).orElseThrow();

        assertThat(page.unchanged(new Headers(List.of()))).isEqualTo(page);
    }

    private static Duration fresh(String cacheControl, String age) {
        return of(new Field("Cache-Control", cacheControl), new Field("Age", age))
                .orElseThrow()
                .fresh();
    }

    private static Optional<SeenPage> of(Field... fields) {
        return SeenPage.of(URL, new Headers(List.of(fields)));
    }

    @Test
    void moreTimeThanWasEverPromisedIsNotBelieved() {
        assertThat(SeenPage.credible(Duration.ofMinutes(4))).isEqualTo(Duration.ofMinutes(4));
        assertThat(SeenPage.credible(Duration.ofMinutes(64))).isZero();
        assertThat(SeenPage.credible(Duration.ofMinutes(-1))).isZero();
    }
}
