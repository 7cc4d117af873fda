package org.onrecord.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.egress.TestClients.LIMITS;
import static org.onrecord.egress.TestClients.LONG;
import static org.onrecord.egress.TestClients.NOW;
import static org.onrecord.egress.TestClients.OK;
import static org.onrecord.egress.TestClients.SHORT;
import static org.onrecord.egress.TestClients.client;
import static org.onrecord.egress.TestClients.clientOf;
import static org.onrecord.egress.TestClients.get;
import static org.onrecord.egress.TestClients.limits;
import static org.onrecord.egress.TestClients.loopback;
import static org.onrecord.egress.TestClients.say;

/** What is asked, where the connection goes, and how redirects are followed. */
class GuardedHttpClientTest {

    @Test
    void aPageIsFetchedWithAnHonestNameAndWithoutCookies() throws IOException {
        try (LoopbackServer server = LoopbackServer.saying(
                        OK + "Set-Cookie: a=b\r\nContent-Length: 5\r\nConnection: close\r\n\r\nHello");
                GuardedHttpClient client = clientOf(server)) {
            FetchResult result = client.fetch(get(server.url("/story.html?a=ä b#top")));
            client.fetch(get(server.url("/story.html")));

            assertThat(result).isInstanceOfSatisfying(FetchResult.Fetched.class, page -> {
                assertThat(page.status()).isEqualTo(200);
                assertThat(new String(page.body(), StandardCharsets.UTF_8)).isEqualTo("Hello");
                assertThat(page.url()).isEqualTo(URI.create(server.url("/story.html?a=%C3%A4%20b")));
                assertThat(page.headers().mediaType()).contains("text/html");
                assertThat(page.fetchedAt()).isEqualTo(NOW);
            });
            LoopbackServer.Request asked = server.requests().getLast();
            assertThat(asked.header("User-Agent")).isEqualTo("TestBot/1 (+https://news.example/bot)");
            assertThat(asked.header("Host")).isEqualTo("127.0.0.1:" + server.port());
            assertThat(asked.header("Cookie")).isEmpty();
        }
    }

    @Test
    void theConnectionGoesToTheVettedAddressUnderTheNameThatWasAskedFor() throws IOException {
        try (LoopbackServer server = LoopbackServer.saying(OK + "Content-Length: 0\r\n\r\n");
                GuardedHttpClient client = client("127.0.0.0/8:" + server.port(), host -> loopback())) {
            FetchResult result = client.fetch(get("http://news.example:" + server.port() + "/"));

            assertThat(result).isInstanceOf(FetchResult.Fetched.class);
            assertThat(server.requests().getFirst().header("Host")).isEqualTo("news.example:" + server.port());
        }
    }

    @Test
    void aNameThatIsReboundAfterTheCheckGainsNothing() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        Resolver rebinding =
                host -> asked.getAndIncrement() == 0 ? List.of(InetAddress.getByName("198.51.99.1")) : loopback();
        try (LoopbackServer server = LoopbackServer.saying(OK + "Content-Length: 0\r\n\r\n");
                GuardedHttpClient client = client(
                        "198.51.99.1/32:" + server.port(),
                        rebinding,
                        new BodyMemory(1 << 20),
                        limits(SHORT, LONG, LONG))) {
            FetchResult first = client.fetch(get("http://rebound.example:" + server.port() + "/"));
            FetchResult second = client.fetch(get("http://rebound.example:" + server.port() + "/"));

            assertThat(first).isNotInstanceOf(FetchResult.Fetched.class);
            assertThat(second).isInstanceOf(FetchResult.UnknownHost.class);
            assertThat(server.connections()).isZero();
            assertThat(asked).as("one question per connection, none beside it").hasValue(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://10.0.0.1/,                      private",
        "http://169.254.169.254/latest/,        metadata",
        "//192.168.1.1/admin,                   private",
        "http://[::ffff:127.0.0.1]/,            v4-mapped",
        "http://0x7f000001/,                    ambiguous-address",
        "http://localhost/,                     local-name",
        "file:///etc/passwd,                    scheme",
        "gopher://127.0.0.1:6379/_FLUSHALL,     scheme",
        "http://user@news.example/,             user-info"
    })
    void aRedirectIsVettedLikeTheFirstUrl(String location, String reason) throws IOException {
        try (LoopbackServer server = redirecting(location);
                GuardedHttpClient client = clientOf(server)) {
            FetchResult result = client.fetch(get(server.url("/")));

            assertThat(result).isInstanceOfSatisfying(FetchResult.Refused.class, refused -> {
                assertThat(refused.refusal().reason().label()).isEqualTo(reason);
                assertThat(refused.chain()).containsExactly(URI.create(server.url("/")));
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/b.html,           /b.html",
        "b.html,            /news/b.html",
        "../b.html,         /b.html",
        "?page=2,           /news/a.html?page=2",
        "/ü.html,           /%C3%BC.html",
        "/b c.html#part,    /b%20c.html"
    })
    void redirectsAreFollowedOneByOne(String location, String path) throws IOException {
        try (LoopbackServer server = LoopbackServer.start((request, socket, out) -> say(
                        out,
                        request.path().equals("/news/a.html")
                                ? "HTTP/1.1 301 Moved\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n"
                                : OK + "Content-Length: 2\r\n\r\nOK"));
                GuardedHttpClient client = clientOf(server)) {
            FetchResult result = client.fetch(get(server.url("/news/a.html")));

            assertThat(result).isInstanceOf(FetchResult.Fetched.class);
            assertThat(result.chain())
                    .containsExactly(URI.create(server.url("/news/a.html")), URI.create(server.url(path)));
        }
    }

    @Test
    void aLoopAndALongChainEnd() throws IOException {
        AtomicInteger step = new AtomicInteger();
        try (LoopbackServer loop = redirecting("/");
                LoopbackServer chain = LoopbackServer.start((request, socket, out) -> say(
                        out,
                        "HTTP/1.1 302 Found\r\nLocation: /" + step.incrementAndGet()
                                + "\r\nContent-Length: 0\r\n\r\n"));
                GuardedHttpClient client = clientOf(loop, chain)) {
            assertThat(client.fetch(get(loop.url("/")))).isInstanceOf(FetchResult.TooManyRedirects.class);
            assertThat(loop.requests()).hasSize(1);
            assertThat(client.fetch(get(chain.url("/")))).isInstanceOf(FetchResult.TooManyRedirects.class);
            assertThat(chain.requests()).hasSize(1 + LIMITS.maxRedirects());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0; url=/story",
                "0;URL='/story'",
                "3 , url = \"/story\"",
                "0 /story",
                "; /story",
                "0.5; url=/story#top"
            })
    void aPageThatLeadsOnIsFollowed(String refresh) throws IOException {
        String inMarkup = refresh.replace("\"", "&quot;");
        try (LoopbackServer header = leadingOn("Refresh: " + refresh + "\r\n", "One moment");
                LoopbackServer meta = leadingOn("", "<html><META content=\"" + inMarkup + "\" HTTP-EQUIV='Refresh'>");
                GuardedHttpClient client = clientOf(header, meta)) {
            for (LoopbackServer server : List.of(header, meta)) {
                FetchResult result = client.fetch(get(server.url("/step")));

                assertThat(result).isInstanceOf(FetchResult.Fetched.class);
                assertThat(result.chain())
                        .containsExactly(URI.create(server.url("/step")), URI.create(server.url("/story")));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta http-equiv=refresh content='300; url=/'>",
                "<meta http-equiv=refresh content=10>",
                "<meta http-equiv=refresh content='5; url=/step'>",
                "<!--[if lt IE 9]><meta http-equiv=refresh content='0; url=/old'><![endif]-->",
                "<noscript><meta http-equiv=refresh content='0; url=/plain'></noscript>",
                "<script>'<meta http-equiv=refresh content=\"0; url=/script\">'</script>",
                "<title><meta http-equiv=refresh content='0; url=/title'></title>",
                "<meta name=refresh content='0; url=/name'>",
                "<meta http-equiv=refresh content='0; url=javascript:alert(1)'>",
                "<meta http-equiv=refresh content='"
            })
    void aPageThatIsToBeReadStays(String head) throws IOException {
        try (LoopbackServer server = leadingOn("", "<html><head>" + head + "</head>The ferry");
                GuardedHttpClient client = clientOf(server)) {
            FetchResult result = client.fetch(get(server.url("/step")));

            assertThat(result).isInstanceOf(FetchResult.Fetched.class);
            assertThat(result.chain()).containsExactly(URI.create(server.url("/step")));
        }
    }

    @Test
    void aRefreshIsRelativeToTheBaseAndEndsAtTheBoundOfRedirects() throws IOException {
        AtomicInteger step = new AtomicInteger();
        try (LoopbackServer based =
                        leadingOn("", "<base href=/a/b/><meta http-equiv=refresh content='0; url=story?x=1&amp;y=2'>");
                LoopbackServer endless = LoopbackServer.start((request, socket, out) ->
                        say(out, OK + "Refresh: 0; url=/" + step.incrementAndGet() + "\r\nContent-Length: 0\r\n\r\n"));
                GuardedHttpClient client = clientOf(based, endless)) {
            assertThat(client.fetch(get(based.url("/step"))).chain())
                    .containsExactly(URI.create(based.url("/step")), URI.create(based.url("/a/b/story?x=1&y=2")));
            assertThat(client.fetch(get(endless.url("/")))).isInstanceOf(FetchResult.TooManyRedirects.class);
            assertThat(endless.requests()).hasSize(1 + LIMITS.maxRedirects());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://10.0.0.1/,                      private",
        "http://169.254.169.254/latest/,        metadata",
        "//[::1]/admin,                         loopback",
        "http://0x7f000001/,                    ambiguous-address",
        "http://localhost/,                     local-name",
        "http://user@news.example/,             user-info"
    })
    void aRefreshAndItsBaseAreVettedLikeTheFirstUrl(String url, String reason) throws IOException {
        try (LoopbackServer header = leadingOn("Refresh: 0; url=" + url + "\r\n", "");
                LoopbackServer meta = leadingOn("", "<meta http-equiv=refresh content='0; url=" + url + "'>");
                LoopbackServer base =
                        leadingOn("", "<base href='" + url + "'><meta http-equiv=refresh content='0; url=x'>");
                GuardedHttpClient client = clientOf(header, meta, base)) {
            for (LoopbackServer server : List.of(header, meta)) {
                assertThat(client.fetch(get(server.url("/step"))))
                        .isInstanceOfSatisfying(FetchResult.Refused.class, refused -> {
                            assertThat(refused.refusal().reason().label()).isEqualTo(reason);
                        });
            }
            assertThat(client.fetch(get(base.url("/step"))))
                    .isNotInstanceOfAny(
                            FetchResult.Failed.class, FetchResult.TimedOut.class, FetchResult.UnknownHost.class);
        }
    }

    @Test
    void whatAnAnswerSetsIsSentBackOnTheWayAndForgottenAfterIt() throws IOException {
        try (LoopbackServer server = LoopbackServer.start((request, socket, out) -> say(
                        out,
                        request.header("Cookie").contains("seen=yes")
                                ? OK + "Content-Length: 2\r\n\r\nOK"
                                : "HTTP/1.1 302 Found\r\nSet-Cookie: seen=yes; Path=/; HttpOnly\r\nLocation: "
                                        + request.path() + "\r\nContent-Length: 0\r\n\r\n"));
                GuardedHttpClient client = clientOf(server)) {
            FetchResult first = client.fetch(get(server.url("/story")));
            FetchResult second = client.fetch(get(server.url("/story")));

            assertThat(first)
                    .isInstanceOfSatisfying(
                            FetchResult.Fetched.class,
                            page -> assertThat(page.sent().all("Cookie")).isEmpty());
            assertThat(second).isInstanceOf(FetchResult.Fetched.class);
            assertThat(server.requests())
                    .extracting(request -> request.header("Cookie"))
                    .containsExactly("", "seen=yes", "", "seen=yes");
        }
    }

    @Test
    void aPageThatRefreshesItselfForACookieIsAskedForOnceMore() throws IOException {
        try (LoopbackServer server = LoopbackServer.start((request, socket, out) -> {
                    String body = request.header("Cookie").isEmpty() ? "One moment" : "The ferry";
                    say(
                            out,
                            OK + "Refresh: 0; url=/step\r\nSet-Cookie: a=b\r\nContent-Length: " + body.length()
                                    + "\r\n\r\n" + body);
                });
                GuardedHttpClient client = clientOf(server)) {
            assertThat(client.fetch(get(server.url("/step"))))
                    .isInstanceOfSatisfying(
                            FetchResult.Fetched.class,
                            page -> assertThat(page.body()).asString().isEqualTo("The ferry"));
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void anAddressWithHyphensAtItsEndsIsAskedFor() throws IOException {
        try (LoopbackServer server = LoopbackServer.saying(OK + "Content-Length: 0\r\n\r\n");
                GuardedHttpClient client = client("127.0.0.0/8:" + server.port(), host -> loopback())) {
            for (String host : List.of("-dash-.example", "a--b.example", "_under_.example", "faß.example")) {
                assertThat(client.fetch(get("http://" + host + ":" + server.port() + "/")))
                        .as(host)
                        .isInstanceOf(FetchResult.Fetched.class);
            }
            assertThat(server.requests())
                    .extracting(request -> request.header("Host").replaceFirst(":.*", ""))
                    .containsExactly("-dash-.example", "a--b.example", "_under_.example", "xn--fa-hia.example");
        }
    }

    private static LoopbackServer leadingOn(String fields, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return LoopbackServer.start((request, socket, out) -> say(
                out,
                OK
                        + (request.path().equals("/step")
                                ? fields + "Content-Length: " + bytes.length + "\r\n\r\n" + body
                                : "Content-Length: 0\r\n\r\n")));
    }

    @Test
    void theGateIsAskedBeforeEachHop() throws IOException {
        try (LoopbackServer server = redirecting("/private/");
                GuardedHttpClient client = clientOf(server)) {
            FetchResult result = client.fetch(
                    get(server.url("/")),
                    url -> url.getPath().startsWith("/private/") ? Optional.of("private") : Optional.empty());

            assertThat(result)
                    .isEqualTo(new FetchResult.Barred(
                            List.of(URI.create(server.url("/")), URI.create(server.url("/private/"))), "private"));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aHostWithoutAddressIsUnknown() {
        Resolver none = host -> {
            throw new UnknownHostException(host);
        };
        try (GuardedHttpClient client = client("", none)) {
            assertThat(client.fetch(get("http://gone.example/")))
                    .isEqualTo(
                            new FetchResult.UnknownHost(List.of(URI.create("http://gone.example/")), "gone.example"));
        }
    }

    /** Or whoever may have pages fetched could ask for the names of the local network, one by one. */
    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.7", "127.0.0.1", "169.254.169.254", "100.64.0.1", "fd00::7", "::ffff:10.0.0.7"})
    void aHostWithARefusedAddressIsUnknownToo(String address) throws IOException {
        InetAddress refused = InetAddress.getByName(address);
        try (GuardedHttpClient client = client("", host -> List.of(refused))) {
            assertThat(client.fetch(get("http://gone.example/")))
                    .isEqualTo(
                            new FetchResult.UnknownHost(List.of(URI.create("http://gone.example/")), "gone.example"));
        }
    }

    @Test
    void anErrorStatusAndAnUnwantedTypeAreNotRead() throws IOException {
        try (LoopbackServer gone = LoopbackServer.saying("HTTP/1.1 410 Gone\r\nContent-Length: 4\r\n\r\ngone");
                LoopbackServer film = LoopbackServer.saying(
                        "HTTP/1.1 200 OK\r\nContent-Type: Video/MP4\r\nContent-Length: 9\r\n\r\n");
                GuardedHttpClient client = clientOf(gone, film)) {
            assertThat(client.fetch(get(gone.url("/"))))
                    .isInstanceOfSatisfying(FetchResult.ErrorStatus.class, error -> {
                        assertThat(error.status()).isEqualTo(410);
                    });
            assertThat(client.fetch(Get.of(film.url("/"), List.of("text/html"))))
                    .isEqualTo(new FetchResult.UnwantedType(List.of(URI.create(film.url("/"))), "video/mp4"));
        }
    }

    @Test
    void aCopyThatIsStillGoodIsNotSentAgain() throws IOException {
        try (LoopbackServer server = LoopbackServer.saying("HTTP/1.1 304 Not Modified\r\nETag: \"7\"\r\n\r\n");
                GuardedHttpClient client = clientOf(server)) {
            Get get = new Get(
                    server.url("/"), List.of(), Optional.of("\"7\""), Optional.of("Mon, 23 Nov 2026 04:00:00 GMT"));

            assertThat(client.fetch(get)).isInstanceOf(FetchResult.NotModified.class);
            LoopbackServer.Request asked = server.requests().getFirst();
            assertThat(asked.header("If-None-Match")).isEqualTo("\"7\"");
            assertThat(asked.header("If-Modified-Since")).isEqualTo("Mon, 23 Nov 2026 04:00:00 GMT");
        }
    }

    private static LoopbackServer redirecting(String location) throws IOException {
        return LoopbackServer.saying("HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n");
    }
}
