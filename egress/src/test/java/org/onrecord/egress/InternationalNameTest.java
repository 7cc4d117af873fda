package org.onrecord.egress;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Names as browsers read them. */
class InternationalNameTest {

    @ParameterizedTest
    @CsvSource({
        "faß.de,            xn--fa-hia.de",
        "FAẞ.de,            xn--fa-hia.de",
        "fass.de,           fass.de",
        "straße.münchen.de, xn--strae-oqa.xn--mnchen-3ya.de",
        "βόλος.com,         xn--nxasmm1c.com",
        "ΒΌΛΟΣ.com,         xn--nxasmq6b.com",
        "نامه\u200cای.com,   xn--mgba3gch31f060k.com",
        "Bücher.example,    xn--bcher-kva.example",
        "ｆａß。example,      xn--fa-hia.example",
        "xn--fa-hia.de,     xn--fa-hia.de"
    })
    void isReadWithoutTransition(String name, String ascii) {
        assertThat(HostSpelling.read(name.translateEscapes())).isEqualTo(new HostSpelling.Host.Name(ascii));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u200Dnews.example", "ne\u200Cws.example", "ß\u200D.example", "xn--ß.example", "ß\uDC00.example"
            })
    void aJoinerThatNobodySeesIsRefused(String name) {
        assertThat(HostSpelling.read(name)).isInstanceOf(HostSpelling.Host.Bad.class);
    }
}
