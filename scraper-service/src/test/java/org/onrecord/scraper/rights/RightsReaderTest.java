package org.onrecord.scraper.rights;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.onrecord.contracts.Rights;
import org.onrecord.contracts.RobotsVerdict;
import org.onrecord.egress.Headers;

import static org.assertj.core.api.Assertions.assertThat;

class RightsReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "noindex                                   | noindex",
                "NoIndex, NOARCHIVE                        | noarchive noindex",
                "none                                      | nofollow noindex",
                "noai, noimageai                           | noai noimageai",
                "onrecordbot: noindex                      | noindex",
                "OnrecordBot: noarchive, noai              | noai noarchive",
                "*: noindex                                | noindex",
                "googlebot: noindex                        | ''",
                "googlebot: noindex, onrecordbot: noai     | noai",
                "googlebot: nofollow, noindex              | ''",
                "unavailable_after: 25 Jun 2010, noarchive | noarchive",
                "max-snippet:-1, max-image-preview:large   | ''",
                "all                                       | ''",
            })
    void xRobotsTagIsReadAsFarAsItIsForUs(String field, String expected) {
        Rights rights = read("", new Headers.Field("x-robots-tag", field));

        assertThat(String.join(" ", rights.directives())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<meta name=\"robots\" content=\"noindex,follow\">          | noindex",
                "<META CONTENT='noarchive' NAME='ROBOTS' />                 | noarchive",
                "<meta name=robots content=noai>                            | noai",
                "<meta name=\"onrecordbot\" content=\"noindex\">             | noindex",
                "<meta name=\"googlebot\" content=\"noindex\">               | ''",
                "<!-- <meta name=\"robots\" content=\"noindex\"> -->         | ''",
                "<meta name=\"robots\" content=\"index, follow\">            | ''",
                "<meta name=\"description\" content=\"noindex explained\">   | ''",
            })
    void metaElementsAreRead(String html, String expected) {
        assertThat(String.join(" ", read(html).directives())).isEqualTo(expected);
    }

    @Test
    void aReservationOfMiningIsReadFromThePageBeforeItsHeaders() {
        Rights rights = read(
                "<meta name=\"tdm-reservation\" content=\"1\"><meta name=\"tdm-policy\" content=\"https://courier.example/tdm.json\">",
                new Headers.Field("tdm-reservation", "0"));

        assertThat(rights.tdmReserved()).isTrue();
        assertThat(rights.tdmPolicy()).isEqualTo("https://courier.example/tdm.json");
        assertThat(read("", new Headers.Field("TDM-Reservation", "1")).tdmReserved())
                .isTrue();
        assertThat(read("", new Headers.Field("tdm-reservation", "0")).tdmReserved())
                .isFalse();
        assertThat(read("", new Headers.Field("tdm-reservation", "maybe")).tdmReserved())
                .isNull();
        assertThat(read("", new Headers.Field("tdm-policy", "javascript:alert(1)"))
                        .tdmPolicy())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "{\"@type\": \"NewsArticle\", \"isAccessibleForFree\": true}                                       | true",
                "{\"@type\": \"NewsArticle\", \"isAccessibleForFree\": \"False\"}                                  | false",
                "{\"isAccessibleForFree\": \"http://schema.org/False\"}                                             | false",
                "{\"isAccessibleForFree\": true, \"hasPart\": {\"isAccessibleForFree\" : false, \"cssSelector\": 1}} | false",
                "{\"@type\": \"NewsArticle\"}                                                                     | null",
            })
    void aPaywallIsReadFromStructuredData(String json, Boolean expected) {
        assertThat(read("<script type=\"application/ld+json\">" + json + "</script>")
                        .accessibleForFree())
                .isEqualTo(expected);
    }

    /** A page of megabytes full of what the patterns begin with takes no longer than any other. */
    @Test
    void aHostilePageIsReadInLinearTime() {
        String page = "<meta ".repeat(200_000) + "<!--".repeat(200_000) + "\"isAccessibleForFree\":".repeat(50_000);

        assertThat(read(page).directives()).isEmpty();
    }

    @Test
    void whatIsRespectedIsConfigured() {
        Rights mined = read("<meta name=\"tdm-reservation\" content=\"1\">");
        Rights kept = read("<meta name=\"robots\" content=\"noarchive\">");

        assertThat(Respect.parse("noindex, tdm").againstReading(mined)).contains(Reservation.TDM);
        assertThat(Respect.parse("nothing").againstReading(mined)).isEmpty();
        assertThat(Respect.parse("noarchive").againstReading(kept)).isEmpty();
        assertThat(Respect.parse("noarchive").allowsKeeping(kept)).isFalse();
        assertThat(Respect.parse("tdm").allowsKeeping(kept)).isTrue();
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> Respect.parse("noindex,everything"))
                .withMessageContaining("everything");
    }

    private static Rights read(String html, Headers.Field... fields) {
        return RightsReader.read(
                new Headers(List.of(fields)),
                html.getBytes(StandardCharsets.UTF_8),
                "onrecordbot",
                RobotsVerdict.ALLOWED,
                List.of());
    }
}
