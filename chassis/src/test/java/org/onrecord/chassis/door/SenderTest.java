package org.onrecord.chassis.door;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.vertx.core.MultiMap;

import static org.assertj.core.api.Assertions.assertThat;

class SenderTest {

    private static final OwnHosts OWN = OwnHosts.and("news.example");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | localhost:8080 |                        |             |          |",
                "DELETE | localhost:8080 |                        |             |          |",
                "GET    | localhost:8080 |                        | none        | navigate | document",
                "POST   | localhost:8080 | http://localhost:8080  | same-origin | cors     | empty",
                "POST   | LOCALHOST      | http://localhost       |             |          |",
                "POST   | localhost:80   | http://localhost       |             |          |",
                "POST   | [::1]:8080     | http://[::1]:8080      | same-origin | cors     | empty",
                "POST   | localhost:8080 | https://news.example   | same-origin | cors     | empty",
                "GET    | localhost:8080 |                        | cross-site  | navigate | document",
                "HEAD   | localhost:8080 |                        | same-site   | navigate | document"
            })
    void programsAndOwnPagesAndFollowedLinksAreNotForeign(
            String method, String host, String origin, String site, String mode, String destination) {
        assertThat(sender(method, host, origin, site, mode, destination).isForeign(OWN))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | localhost:8080 | https://evil.example    | cross-site  | cors     | empty",
                "GET    | localhost:8080 |                         | cross-site  | no-cors  | script",
                "GET    | localhost:8080 |                         | same-site   | cors     | empty",
                "GET    | localhost:8080 |                         | cross-site  | navigate | iframe",
                "GET    | localhost:8080 |                         | cross-site  | navigate |",
                "POST   | localhost:8080 | null                    | cross-site  | navigate | document",
                "POST   | localhost:8080 |                         | cross-site  | navigate | document",
                "DELETE | localhost:8080 | https://evil.example    |             |          |",
                "GET    | localhost:8080 | null                    |             |          |",
                "GET    | localhost:8080 | file://                 |             |          |",
                "GET    | localhost:8080 | ''                      |             |          |",
                "POST   | localhost:8080 | http://localhost:3000   | same-site   | cors     | empty",
                "POST   | localhost      | http://localhost:443    | same-site   | cors     | empty",
                "POST   | localhost      | http://localhost:443    |             |          |",
                "POST   | localhost:8080 | http://127.0.0.1:8080   | cross-site  | cors     | empty",
                "POST   | localhost:8080 | http://localhost:8080.evil.example | | |",
                "POST   | localhost:8080 | http://localhost:8080@evil.example | | |",
                "POST   | localhost:8080 | http://news.example.evil.example | | |",
                "POST   | localhost:8080 | chrome-extension://localhost:8080 | | |",
                "GET    | localhost:8080 |                         | unheard-of  | cors     | empty"
            })
    void everyOtherPageIs(String method, String host, String origin, String site, String mode, String destination) {
        assertThat(sender(method, host, origin, site, mode, destination).isForeign(OWN))
                .isTrue();
    }

    @Test
    void oneOwnHeaderAmongTwoIsNotEnough() {
        Sender two = Sender.of(
                "GET",
                List.of("localhost"),
                MultiMap.caseInsensitiveMultiMap()
                        .add("Sec-Fetch-Site", "same-origin")
                        .add("Sec-Fetch-Site", "cross-site"));

        assertThat(two.isForeign(OWN)).isTrue();
    }

    private static Sender sender(
            String method, String host, String origin, String site, String mode, String destination) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        add(headers, "Origin", origin);
        add(headers, "Sec-Fetch-Site", site);
        add(headers, "Sec-Fetch-Mode", mode);
        add(headers, "Sec-Fetch-Dest", destination);
        return Sender.of(method, List.of(host), headers);
    }

    private static void add(MultiMap headers, String name, String value) {
        if (value != null) {
            headers.add(name, value);
        }
    }
}
