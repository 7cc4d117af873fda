package org.onrecord.egress;

import java.net.InetAddress;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AllowListTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1:8123                    | http://127.0.0.1:8123/a",
                "127.0.0.1                         | http://127.0.0.1:9/",
                "10.0.0.0/8                        | http://10.9.8.7/",
                "10.0.0.0/8:8080                   | http://10.9.8.7:8080/",
                "[::1]:8123                        | http://[::1]:8123/",
                "[fd00::/8]:8080                   | http://[fd12::1]:8080/",
                "fd00::/8                          | http://[fd12::1]/",
                "intranet:8080                     | http://Intranet.:8080/",
                "archive.example:8080              | https://archive.example:8080/",
                "' 10.0.0.1:81 , 127.0.0.1:82 '    | http://127.0.0.1:82/"
            })
    void letsThroughWhatItNames(String list, String url) {
        assertThat(new AddressGuard(AllowList.parse(list)).vet(url)).isInstanceOf(Target.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1:8123                    | http://127.0.0.1:8124/",
                "127.0.0.1:8123                    | http://127.0.0.2:8123/",
                "127.0.0.1:8123                    | http://[::ffff:127.0.0.1]:8123/",
                "127.0.0.1:8123                    | http://2130706433:8123/",
                "127.0.0.1:8123                    | http://user@127.0.0.1:8123/",
                "127.0.0.1:8123                    | ftp://127.0.0.1:8123/",
                "10.0.0.0/8:8080                   | http://10.9.8.7/",
                "10.0.0.0/9                        | http://10.128.0.1/",
                "[::1]:8123                        | http://127.0.0.1:8123/",
                "archive.example:8080              | http://www.archive.example:8080/",
                "''                                | http://127.0.0.1/"
            })
    void letsThroughNothingElse(String list, String url) {
        assertThat(new AddressGuard(AllowList.parse(list)).vet(url)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "intranet",
                "10.0.0.0/33",
                "10.0.0.0/8:0",
                "10.0.0.256:80",
                "fd00::/129",
                "[::1]:99999",
                "10.1:80",
                "http://intranet:80",
                "a b:80",
                ":80",
                "10.0.0.0/",
                "[::1:80"
            })
    void anEntryThatIsNoneIsNamed(String entry) {
        assertThatThrownBy(() -> AllowList.parse("127.0.0.1:80, " + entry))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + entry + "'");
    }

    @Test
    void aNameThatIsTrustedMayResolveToAnything() throws Exception {
        AddressGuard guard = new AddressGuard(AllowList.parse("archive.example:8080"));

        for (String address : List.of("10.0.0.1", "::1", "93.184.215.14")) {
            assertThat(guard.vet("archive.example", 8080, InetAddress.getByName(address)))
                    .isEmpty();
        }
    }
}
