package org.onrecord.egress;

import java.net.URI;
import java.util.List;
import java.util.function.Function;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** To whom a cookie goes that https://www.paper.example/news/ferry set. */
class CookiesTest {

    private static final URI ANSWERED = URI.create("https://www.paper.example/news/ferry");

    /** The last two labels; nobody owns a domain of one. */
    private static final Function<URI, String> OWNER =
            url -> url.getHost().replaceFirst("^.*\\.(?=[^.]+\\.[^.]+$)", "");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=b                                   | https://www.paper.example/news/quay  | a=b",
                "a=b                                   | https://www.paper.example/           |",
                "a=b; Path=/                           | https://www.paper.example/           | a=b",
                "a=b; Path=/new                        | https://www.paper.example/news       |",
                "a=b; Path=/                           | https://paper.example/               |",
                "a=b; Path=/; Domain=paper.example     | https://paper.example/               | a=b",
                "a=b; Path=/; Domain=.paper.example    | https://login.paper.example/         | a=b",
                "a=b; Path=/; Domain=example           | https://other.example/               |",
                "a=b; Path=/; Domain=other.example     | https://other.example/               |",
                "a=b; Path=/; Domain=aper.example      | https://aper.example/                |",
                "a=b; Path=/; Domain=10.0.0.1          | https://10.0.0.1/                    |",
                "a=b; Path=/; Secure                   | http://www.paper.example/            |",
                "a=b; Path=/; Max-Age=0                | https://www.paper.example/           |",
                "a=b; Path=/; Expires=Thu, 01-Jan-1970 00:00:00 GMT | https://www.paper.example/ |",
                "=b; Path=/                            | https://www.paper.example/           |",
                "a=ü; Path=/                           | https://www.paper.example/           |"
            })
    void goesBackToWhoSetIt(String set, URI asked, String sent) {
        Cookies cookies = new Cookies(OWNER);

        cookies.take(ANSWERED, new Headers(List.of(new Headers.Field("Set-Cookie", set))));

        assertThat(cookies.sentTo(asked).orElse(null)).isEqualTo(sent);
    }
}
