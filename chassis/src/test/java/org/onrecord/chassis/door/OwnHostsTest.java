package org.onrecord.chassis.door;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OwnHostsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:8080",
                "LocalHost:8080",
                "localhost.:8080",
                "localhost:",
                "127.0.0.1",
                "127.0.0.1:49152",
                "127.0.0.1.:8080",
                "[::1]",
                "[::1]:8080"
            })
    void thisMachineIsOwn(String host) {
        assertThat(OwnHosts.and("").isOwn(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "evil.example",
                "localhost.evil.example",
                "evil.localhost",
                "localhost..",
                ".localhost",
                "127.0.0.1.nip.io",
                "127.0.0.2",
                "127.1",
                "2130706433",
                "0x7f.0.0.1",
                "0.0.0.0:8080",
                "::1",
                "[::]:8080",
                "[::ffff:127.0.0.1]",
                "[::1].evil.example",
                "[::1%25lo]",
                "user@localhost",
                "localhost@evil.example",
                "localhost:80@evil.example",
                "localhost:8080:8080",
                "localhost:http",
                "localhost/",
                "localhost, evil.example",
                "localhost evil.example",
                "ｌocalhost",
                "localhost\u0000",
                " localhost"
            })
    void nothingElseIs(String host) {
        assertThat(OwnHosts.and("").isOwn(host)).isFalse();
    }

    @Test
    void whatIsListedIsOwnToo() {
        OwnHosts own = OwnHosts.and(" News.Example, api-service ,[fd00::7], 10.1.2.3");

        assertThat(own.isOwn("news.example:8443")).isTrue();
        assertThat(own.isOwn("API-SERVICE:8080")).isTrue();
        assertThat(own.isOwn("[FD00::7]:8080")).isTrue();
        assertThat(own.isOwn("10.1.2.3")).isTrue();
        assertThat(own.isOwn("localhost")).isTrue();
        assertThat(own.isOwn("www.news.example")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"news.example:8080", "*", "*.example", "https://news.example", "a,,b", "a b", "fd00::7"})
    void aListOfSomethingElseIsRefused(String names) {
        assertThatIllegalArgumentException().isThrownBy(() -> OwnHosts.and(names));
    }
}
