package org.onrecord.egress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.egress.TestClients.LIMITS;
import static org.onrecord.egress.TestClients.LONG;
import static org.onrecord.egress.TestClients.OK;
import static org.onrecord.egress.TestClients.SHORT;
import static org.onrecord.egress.TestClients.client;
import static org.onrecord.egress.TestClients.clientOf;
import static org.onrecord.egress.TestClients.get;
import static org.onrecord.egress.TestClients.limits;
import static org.onrecord.egress.TestClients.loopback;
import static org.onrecord.egress.TestClients.say;

/** How fetches end, against real servers on loopback sockets that misbehave in every way there is. */
class MisbehavingServerTest {

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
            gone.await();
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
    @ValueSource(strings = {"gzip", "deflate", "br", "zstd", "compress", "gzip, gzip", "gzip,gzip,gzip,gzip"})
    void aBodyThatIsNotWhatItsCodingSaysIsAFailureOfItsOwn(String coding) throws IOException {
        try (LoopbackServer server = serving(coding, "This is plain text.".getBytes(StandardCharsets.US_ASCII));
                GuardedHttpClient client = clientOf(server)) {
            assertThat(client.fetch(get(server.url("/")))).isInstanceOfSatisfying(FetchResult.Failed.class, failed -> {
                assertThat(failed.failure()).isEqualTo(FetchResult.Failure.CONTENT_CODING);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "utf-8", "UTF-8, identity", "binary", "text/html", ";", "nonsense"})
    void whatIsNoCodingIsPassedOver(String coding) throws IOException {
        byte[] page = "The ferry will keep running.".getBytes(StandardCharsets.US_ASCII);
        try (LoopbackServer server = serving(coding, page);
                GuardedHttpClient client = clientOf(server)) {
            assertThat(client.fetch(get(server.url("/"))))
                    .isInstanceOfSatisfying(
                            FetchResult.Fetched.class,
                            fetched -> assertThat(fetched.body()).isEqualTo(page));
        }
    }

    @Test
    void codingsAreTakenOffAsOftenAsTheyWerePutOnAndSometimesSaidOnceTooOften() throws IOException {
        byte[] page = "The ferry will keep running.".getBytes(StandardCharsets.US_ASCII);
        try (LoopbackServer twice = serving("gzip, gzip", gzip(gzip(page)));
                LoopbackServer once = serving("gzip, GZIP", gzip(page));
                LoopbackServer mixed = serving("deflate, utf-8, gzip;q=1.0", gzip(deflate(page)));
                LoopbackServer unsaid = serving("", gzip(page));
                GuardedHttpClient client = clientOf(twice, once, mixed, unsaid)) {
            byte[] packed = gzip(page);
            for (LoopbackServer server : List.of(twice, once, mixed, unsaid)) {
                assertThat(client.fetch(Get.of(server.url("/"), List.of("text/html"))))
                        .isInstanceOfSatisfying(
                                FetchResult.Fetched.class,
                                fetched -> assertThat(fetched.body()).isEqualTo(page));
            }
            // A file, such as a packed sitemap, is handed on as it is.
            assertThat(client.fetch(get(unsaid.url("/"))))
                    .isInstanceOfSatisfying(
                            FetchResult.Fetched.class,
                            fetched -> assertThat(fetched.body()).isEqualTo(packed));
        }
    }

    @Test
    void ofAPackedPageThatIsCutShortTheBeginningIsThere() throws IOException {
        byte[] page = new byte[300_000];
        new java.util.Random(1).nextBytes(page);
        byte[] packed = gzip(page);
        byte[] half = java.util.Arrays.copyOf(packed, packed.length / 2);
        byte[] wrong = packed.clone();
        wrong[wrong.length - 5] ^= 1;
        try (LoopbackServer ended = serving("gzip", half);
                LoopbackServer broken = LoopbackServer.start((request, socket, out) -> {
                    say(out, OK + "Content-Encoding: gzip\r\nContent-Length: " + packed.length + "\r\n\r\n");
                    out.write(half);
                });
                LoopbackServer checksum = serving("gzip", wrong);
                GuardedHttpClient client = clientOf(ended, broken, checksum)) {
            for (LoopbackServer server : List.of(ended, broken, checksum)) {
                assertThat(client.fetch(get(server.url("/")))).isInstanceOfSatisfying(FetchResult.CutOff.class, cut -> {
                    byte[] begun = cut.beginning().body();
                    assertThat(begun).isEqualTo(java.util.Arrays.copyOf(page, begun.length));
                    assertThat(begun.length).isGreaterThan(100_000);
                    assertThat(cut.detail()).contains("after", "bytes");
                });
            }
        }
    }

    @Test
    void aHeadThatDripsEndsAtTheFirstByteLimit() throws IOException {
        String head = OK + "X-More: " + "x".repeat(10_000) + "\r\n\r\n";
        try (LoopbackServer server = LoopbackServer.start((request, socket, out) -> drip(socket, head));
                GuardedHttpClient client = clientOf(limits(LONG, SHORT, LONG), server)) {
            assertThat(client.fetch(get(server.url("/"))))
                    .isEqualTo(new FetchResult.TimedOut(
                            List.of(URI.create(server.url("/"))), FetchResult.Phase.FIRST_BYTE));
        }
    }

    @Test
    void aBodyThatDripsEndsAtTheTotalLimit() throws IOException {
        try (LoopbackServer server = LoopbackServer.start((request, socket, out) -> {
                    say(out, OK + "Content-Length: 10000\r\n\r\n");
                    drip(socket, "x".repeat(10_000));
                });
                GuardedHttpClient client = clientOf(limits(LONG, LONG, SHORT), server)) {
            FetchResult.TimedOut end;
            do {
                end = (FetchResult.TimedOut) client.fetch(get(server.url("/")));
                // On a machine that is busy the time may be over before the head is there: not what is looked at here.
            } while (end.phase() == FetchResult.Phase.FIRST_BYTE);

            assertThat(end)
                    .isEqualTo(new FetchResult.TimedOut(List.of(URI.create(server.url("/"))), FetchResult.Phase.BODY));
        }
    }

    @Test
    void aServerThatSaysNothingEndsAtTheFirstByteLimit() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        try (LoopbackServer server = LoopbackServer.start((request, socket, out) -> never.await());
                GuardedHttpClient client = clientOf(limits(LONG, SHORT, LONG), server)) {
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

    /** What was never answered was asked for all the same: a second request in the same moment is for the caller to decide. */
    @Test
    void aServerThatClosesWithoutAWordIsAskedOnce() throws IOException {
        try (LoopbackServer server = LoopbackServer.start((request, socket, out) -> socket.close());
                GuardedHttpClient client = clientOf(server)) {
            assertFailed(client.fetch(get(server.url("/"))), FetchResult.Failure.CONNECTION);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aConnectionThatWasClosedWhileItRestedIsReplaced() throws Exception {
        AtomicInteger pages = new AtomicInteger();
        // Says that it keeps the connection, and closes it.
        try (LoopbackServer server = LoopbackServer.start((request, socket, out) -> {
                    pages.incrementAndGet();
                    say(out, OK + "Connection: keep-alive\r\nContent-Length: 0\r\n\r\n");
                });
                GuardedHttpClient client = clientOf(server)) {
            for (int page = 1; page <= 5; page++) {
                assertThat(client.fetch(get(server.url("/")))).isInstanceOf(FetchResult.Fetched.class);
                assertThat(pages).hasValue(page);
                server.awaitClosed();
            }
        }
    }

    @Test
    void ofABodyThatIsCutShortWhatArrivedIsThere() throws IOException {
        try (LoopbackServer length = LoopbackServer.saying(OK + "Content-Length: 1000\r\n\r\nonly this");
                LoopbackServer chunks =
                        LoopbackServer.saying(OK + "Transfer-Encoding: chunked\r\n\r\n9\r\nonly this\r\n");
                GuardedHttpClient client = clientOf(length, chunks)) {
            for (LoopbackServer server : List.of(length, chunks)) {
                assertThat(client.fetch(get(server.url("/")))).isInstanceOfSatisfying(FetchResult.CutOff.class, cut -> {
                    assertThat(cut.beginning().body()).asString().isEqualTo("only this");
                    assertThat(cut.detail()).contains("after 9 bytes");
                    assertThat(cut.chain()).containsExactly(URI.create(server.url("/")));
                });
            }
        }
    }

    @Test
    void aBodyOfWhichNothingArrivedIsAFailure() throws IOException {
        try (LoopbackServer server = LoopbackServer.saying(OK + "Content-Length: 1000\r\n\r\n");
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
        server.setHttpsConfigurator(
                new HttpsConfigurator(SelfSigned.in(folder.resolve("keys")).ofServer()));
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

    private static void assertFailed(FetchResult result, FetchResult.Failure failure) {
        assertThat(result).isInstanceOfSatisfying(FetchResult.Failed.class, failed -> {
            assertThat(failed.failure()).as(failed.detail()).isEqualTo(failure);
        });
    }

    private static LoopbackServer serving(String coding, byte[] body) throws IOException {
        return LoopbackServer.start((request, socket, out) -> {
            String field = coding.isEmpty() ? "" : "Content-Encoding: " + coding + "\r\n";
            say(out, OK + field + "Content-Length: " + body.length + "\r\n\r\n");
            out.write(body);
        });
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
