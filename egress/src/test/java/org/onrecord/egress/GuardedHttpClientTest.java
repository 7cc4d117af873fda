package org.onrecord.egress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import static org.assertj.core.api.Assertions.assertThat;

/** How fetches end, against real servers on loopback sockets that misbehave in every way there is. */
@Timeout(30)
class GuardedHttpClientTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
    private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
    private static final Limits LIMITS =
            new Limits(4, 32 << 10, 1 << 20, Duration.ofSeconds(1), Duration.ofMillis(800), Duration.ofMillis(1600));

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
                GuardedHttpClient client = client("198.51.99.1/32:" + server.port(), rebinding)) {
            FetchResult first = client.fetch(get("http://rebound.example:" + server.port() + "/"));
            FetchResult second = client.fetch(get("http://rebound.example:" + server.port() + "/"));

            assertThat(first).isNotInstanceOf(FetchResult.Fetched.class);
            assertThat(second)
                    .isInstanceOfSatisfying(
                            FetchResult.Refused.class,
                            refused -> assertThat(refused.refusal().reason()).isEqualTo(RefusalReason.LOOPBACK));
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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPageOf200MegabytesIsLeftAtTheCap(boolean announced) throws Exception {
        int size = 200_000_000;
        AtomicInteger written = new AtomicInteger();
        CountDownLatch gone = new CountDownLatch(1);
        try (LoopbackServer server = LoopbackServer.start((request, socket, out) -> {
                    say(out, OK + (announced ? "Content-Length: " + size + "\r\n" : "") + "\r\n");
                    try {
                        byte[] chunk = new byte[64 << 10];
                        while (written.get() < size) {
                            out.write(chunk);
                            written.addAndGet(chunk.length);
                        }
                    } finally {
                        gone.countDown();
                    }
                });
                GuardedHttpClient client = clientOf(server)) {
            FetchResult result = client.fetch(get(server.url("/")));

            assertThat(result)
                    .isEqualTo(new FetchResult.TooLarge(
                            List.of(URI.create(server.url("/"))), FetchResult.Part.BODY, LIMITS.maxBodyBytes()));
            assertThat(gone.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(written.get()).isLessThan(size / 4);
        }
    }

    @Test
    void aGzipBombIsLeftAtTheCapOfWhatItUnpacksTo() throws IOException {
        byte[] bomb = gzip(new byte[100_000_000]);
        assertThat(bomb.length).isLessThan(LIMITS.maxBodyBytes());
        try (LoopbackServer server = serving("gzip", bomb);
                GuardedHttpClient client = clientOf(server)) {
            assertThat(client.fetch(get(server.url("/")))).isInstanceOfSatisfying(FetchResult.TooLarge.class, large -> {
                assertThat(large.part()).isEqualTo(FetchResult.Part.BODY);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "deflate", "identity", ""})
    void compressedPagesAreUnpacked(String coding) throws IOException {
        byte[] page = "The ferry will keep running. ".repeat(500).getBytes(StandardCharsets.UTF_8);
        byte[] packed = switch (coding) {
            case "gzip", "x-gzip" -> gzip(page);
            case "deflate" -> deflate(page);
            default -> page;
        };
        try (LoopbackServer server = serving(coding, packed);
                GuardedHttpClient client = clientOf(server)) {
            assertThat(client.fetch(get(server.url("/"))))
                    .isInstanceOfSatisfying(FetchResult.Fetched.class, fetched -> {
                        assertThat(fetched.body()).isEqualTo(page);
                    });
            assertThat(server.requests().getFirst().header("Accept-Encoding")).isEqualTo("gzip, deflate, br");
        }
    }

    @Test
    void aBrotliPageIsUnpacked() throws IOException {
        // "Hello" in an uncompressed meta-block, byte by byte after RFC 7932 9.2, then an empty last block.
        byte[] brotli = {0x0b, 0x02, (byte) 0x80, 'H', 'e', 'l', 'l', 'o', 0x03};
        try (LoopbackServer server = serving("br", brotli);
                GuardedHttpClient client = clientOf(server)) {
            assertThat(client.fetch(get(server.url("/"))))
                    .isInstanceOfSatisfying(FetchResult.Fetched.class, fetched -> {
                        assertThat(new String(fetched.body(), StandardCharsets.US_ASCII))
                                .isEqualTo("Hello");
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "zstd", "gzip, gzip", "nonsense"})
    void aBodyThatIsNotWhatItsCodingSaysIsAFailureOfItsOwn(String coding) throws IOException {
        try (LoopbackServer server = serving(coding, "This is plain text.".getBytes(StandardCharsets.US_ASCII));
                GuardedHttpClient client = clientOf(server)) {
            assertThat(client.fetch(get(server.url("/")))).isInstanceOfSatisfying(FetchResult.Failed.class, failed -> {
                assertThat(failed.failure()).isEqualTo(FetchResult.Failure.CONTENT_CODING);
            });
        }
    }

    @Test
    void aHeadThatDripsEndsAtTheFirstByteLimit() throws IOException {
        try (LoopbackServer server = LoopbackServer.start((request, socket, out) -> drip(socket, OK + "\r\n"));
                GuardedHttpClient client = clientOf(server)) {
            assertThat(client.fetch(get(server.url("/"))))
                    .isEqualTo(new FetchResult.TimedOut(
                            List.of(URI.create(server.url("/"))), FetchResult.Phase.FIRST_BYTE));
        }
    }

    @Test
    void aBodyThatDripsEndsAtTheTotalLimit() throws IOException {
        try (LoopbackServer server = LoopbackServer.start((request, socket, out) -> {
                    say(out, OK + "Content-Length: 1000\r\n\r\n");
                    drip(socket, "x".repeat(1000));
                });
                GuardedHttpClient client = clientOf(server)) {
            assertThat(client.fetch(get(server.url("/"))))
                    .isEqualTo(new FetchResult.TimedOut(List.of(URI.create(server.url("/"))), FetchResult.Phase.BODY));
        }
    }

    @Test
    void aServerThatSaysNothingEndsAtTheFirstByteLimit() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        try (LoopbackServer server = LoopbackServer.start((request, socket, out) -> never.await());
                GuardedHttpClient client = clientOf(server)) {
            assertThat(client.fetch(get(server.url("/")))).isInstanceOf(FetchResult.TimedOut.class);
        }
    }

    @Test
    void aFloodOfHeadersIsTooLarge() throws IOException {
        try (LoopbackServer many = LoopbackServer.saying(OK + "X-More: words\r\n".repeat(100_000) + "\r\n");
                LoopbackServer longLine = LoopbackServer.saying(OK + "X-More: " + "x".repeat(5_000_000) + "\r\n\r\n");
                LoopbackServer inAll = LoopbackServer.saying(
                        OK + ("X-More: " + "x".repeat(10_000) + "\r\n").repeat(9) + "Content-Length: 0\r\n\r\n");
                GuardedHttpClient client = clientOf(many, longLine, inAll)) {
            for (LoopbackServer server : List.of(many, longLine, inAll)) {
                assertThat(client.fetch(get(server.url("/"))))
                        .isEqualTo(new FetchResult.TooLarge(
                                List.of(URI.create(server.url("/"))), FetchResult.Part.HEAD, LIMITS.maxHeadBytes()));
            }
        }
    }

    @Test
    void aResetIsAFailureThatMayPass() throws IOException {
        try (LoopbackServer server = LoopbackServer.start((request, socket, out) -> {
                    socket.setSoLinger(true, 0);
                    socket.close();
                });
                GuardedHttpClient client = clientOf(server)) {
            assertFailed(client.fetch(get(server.url("/"))), FetchResult.Failure.CONNECTION);
        }
    }

    @Test
    void aTruncatedBodyIsAFailure() throws IOException {
        try (LoopbackServer server = LoopbackServer.saying(OK + "Content-Length: 1000\r\n\r\nonly this");
                GuardedHttpClient client = clientOf(server)) {
            assertFailed(client.fetch(get(server.url("/"))), FetchResult.Failure.CONNECTION);
        }
    }

    @Test
    void whatIsNotHttpIsAFailure() throws IOException {
        try (LoopbackServer server = LoopbackServer.saying("220 mail.news.example ESMTP\r\n");
                GuardedHttpClient client = clientOf(server)) {
            assertFailed(client.fetch(get(server.url("/"))), FetchResult.Failure.PROTOCOL);
        }
    }

    @Test
    void aCertificateThatNobodyTrustsIsAFailure(@TempDir Path folder) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder.resolve("keys"))));
        server.start();
        String authority = "127.0.0.1:" + server.getAddress().getPort();
        try (GuardedHttpClient client = client(authority, host -> loopback())) {
            assertFailed(client.fetch(get("https://" + authority + "/")), FetchResult.Failure.TLS);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aPortWhereNobodyListensIsAFailure() throws IOException {
        LoopbackServer closed = LoopbackServer.saying("");
        closed.close();
        try (GuardedHttpClient client = clientOf(closed)) {
            assertFailed(client.fetch(get(closed.url("/"))), FetchResult.Failure.CONNECTION);
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

    private static SSLContext selfSigned(Path keys) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        "changeit",
                        "-alias",
                        "site",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1")
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        char[] password = "changeit".toCharArray();
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(KeyStore.getInstance(keys.toFile(), password), password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void assertFailed(FetchResult result, FetchResult.Failure failure) {
        assertThat(result).isInstanceOfSatisfying(FetchResult.Failed.class, failed -> {
            assertThat(failed.failure()).as(failed.detail()).isEqualTo(failure);
        });
    }

    private static Get get(String url) {
        return Get.of(url, List.of());
    }

    /** A client that may ask these servers and resolves names as the system does. */
    private static GuardedHttpClient clientOf(LoopbackServer... servers) {
        String allowed = String.join(
                ",",
                List.of(servers).stream()
                        .map(server -> "127.0.0.1:" + server.port())
                        .toList());
        return client(allowed, host -> List.of(InetAddress.getByName(host)));
    }

    private static GuardedHttpClient client(String allowed, Resolver resolver) {
        return new GuardedHttpClient(
                new AddressGuard(AllowList.parse(allowed)),
                resolver,
                LIMITS,
                "TestBot/1 (+https://news.example/bot)",
                InstantSource.fixed(NOW));
    }

    private static List<InetAddress> loopback() throws UnknownHostException {
        return List.of(InetAddress.getByName("127.0.0.1"));
    }

    private static LoopbackServer redirecting(String location) throws IOException {
        return LoopbackServer.saying("HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n");
    }

    private static LoopbackServer serving(String coding, byte[] body) throws IOException {
        return LoopbackServer.start((request, socket, out) -> {
            String field = coding.isEmpty() ? "" : "Content-Encoding: " + coding + "\r\n";
            say(out, OK + field + "Content-Length: " + body.length + "\r\n\r\n");
            out.write(body);
        });
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A byte every tenth of a second, which no socket timeout notices, until the client goes away. */
    private static void drip(Socket socket, String text) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        for (byte octet : text.getBytes(StandardCharsets.US_ASCII)) {
            socket.getOutputStream().write(octet);
            never.await(100, TimeUnit.MILLISECONDS);
        }
    }

    private static byte[] gzip(byte[] page) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(page);
        }
        return packed.toByteArray();
    }

    private static byte[] deflate(byte[] page) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed)) {
            out.write(page);
        }
        return packed.toByteArray();
    }
}
