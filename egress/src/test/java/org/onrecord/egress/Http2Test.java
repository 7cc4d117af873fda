package org.onrecord.egress;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.onrecord.egress.Http2Server.Manner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.egress.TestClients.LIMITS;
import static org.onrecord.egress.TestClients.LONG;
import static org.onrecord.egress.TestClients.SHORT;
import static org.onrecord.egress.TestClients.client;
import static org.onrecord.egress.TestClients.get;
import static org.onrecord.egress.TestClients.limits;
import static org.onrecord.egress.TestClients.loopback;

/** Servers that speak HTTP/2 alone, well and badly behaved. */
class Http2Test {
    private static final byte[] PAGE = "<p>The ferry will keep running.</p>".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    static Path folder;

    private static SelfSigned certificate;

    @BeforeAll
    static void trust() throws Exception {
        certificate = SelfSigned.in(folder.resolve("keys"));
        certificate.trust();
    }

    @AfterAll
    static void trustNoLonger() {
        SelfSigned.trustNoLonger();
    }

    private static Http2Server serving(Manner manner, Http2Server.Behaviour behaviour) throws Exception {
        return Http2Server.start(certificate.ofServer(), manner, behaviour);
    }

    private static GuardedHttpClient clientOf(Http2Server server) {
        return clientOf(server, LIMITS);
    }

    private static GuardedHttpClient clientOf(Http2Server server, Limits limits) {
        return client("127.0.0.1:" + server.port(), host -> loopback(), new BodyMemory(64 << 20), limits);
    }

    private static void page(Http2Server.Frames frames, int stream) throws Exception {
        frames.ok(stream, "content-type: text/html", "set-cookie: a=1");
        frames.write(Http2Server.DATA, Http2Server.END_STREAM, stream, PAGE);
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    void itsPageIsReadHoweverItTurnsOthersAwayAndTheNextOneAtOnce(Manner manner) throws Exception {
        try (Http2Server server = serving(manner, Http2Test::page);
                GuardedHttpClient client = clientOf(server)) {
            for (int time = 0; time < 2; time++) {
                assertThat(client.fetch(get(server.url("/" + time))))
                        .isInstanceOfSatisfying(FetchResult.Fetched.class, fetched -> {
                            assertThat(fetched.body()).isEqualTo(PAGE);
                            assertThat(fetched.headers().mediaType()).contains("text/html");
                            assertThat(fetched.sent().first("User-Agent"))
                                    .contains("TestBot/1 (+https://news.example/bot)");
                        });
            }
            assertThat(server.asked()).isEqualTo(2);
            assertThat(server.refused()).isEqualTo(1);
        }
    }

    @Test
    void moreThanTheCapIsLeftThereAndNeverReadAhead() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        CountDownLatch gone = new CountDownLatch(1);
        try (Http2Server server = serving(Manner.ALERT, (frames, stream) -> {
                    frames.ok(stream, "content-type: text/html");
                    try {
                        byte[] chunk = new byte[16 << 10];
                        while (sent.get() < 200_000_000) {
                            while (sent.get() + chunk.length > (64 << 10) - 1 + frames.letCome()) {
                                // A closed connection ends it by an exception.
                                frames.write(6, 0, 0, new byte[8]);
                                TimeUnit.MILLISECONDS.sleep(1);
                            }
                            frames.write(Http2Server.DATA, 0, stream, chunk);
                            sent.addAndGet(chunk.length);
                        }
                    } finally {
                        gone.countDown();
                    }
                });
                GuardedHttpClient client = clientOf(server)) {
            assertThat(client.fetch(get(server.url("/"))))
                    .isInstanceOfSatisfying(
                            FetchResult.TooLarge.class,
                            large -> assertThat(large.part()).isEqualTo(FetchResult.Part.BODY));
            gone.await();
            assertThat(sent.get()).isLessThan(2 * LIMITS.maxBodyBytes());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"long", "endless", "bomb"})
    void aHeadWithoutEndIsLeft(String kind) throws Exception {
        try (Http2Server server = serving(Manner.ALERT, (frames, stream) -> {
                    switch (kind) {
                        case "long" ->
                            frames.write(
                                    Http2Server.HEADERS,
                                    Http2Server.END_HEADERS,
                                    stream,
                                    Http2Server.Frames.head(0x88, many(3, "x: " + "a".repeat(5_000))));
                        case "endless" -> {
                            frames.write(Http2Server.HEADERS, 0, stream, new byte[] {(byte) 0x88});
                            while (true) {
                                frames.write(
                                        Http2Server.CONTINUATION,
                                        0,
                                        stream,
                                        Http2Server.Frames.head(0x88, "x: " + "a".repeat(5_000)));
                            }
                        }
                        // A field of four thousand letters, put into the table once and named sixteen thousand times.
                        default -> {
                            byte[] head = new byte[4_000 + 16 + 12_000];
                            Arrays.fill(head, (byte) 0xBE);
                            byte[] field = Http2Server.Frames.head(0x88, "x: " + "a".repeat(3_900));
                            field[1] = 0x40;
                            System.arraycopy(field, 0, head, 0, field.length);
                            frames.write(Http2Server.HEADERS, Http2Server.END_HEADERS, stream, head);
                        }
                    }
                    frames.write(Http2Server.DATA, Http2Server.END_STREAM, stream, PAGE);
                });
                GuardedHttpClient client = clientOf(server, new Limits(4, 8 << 10, 1 << 20, LONG, LONG, LONG))) {
            FetchResult result = client.fetch(get(server.url("/")));

            assertThat(result).isInstanceOfAny(FetchResult.TooLarge.class, FetchResult.Failed.class);
            assertThat(server.asked()).isEqualTo(1);
        }
    }

    private static String[] many(int times, String field) {
        String[] fields = new String[times];
        Arrays.fill(fields, field);
        return fields;
    }

    @Test
    void whatComesDropByDropIsBrokenOff() throws Exception {
        try (Http2Server server = serving(Manner.ALERT, (frames, stream) -> {
                    frames.ok(stream, "content-type: text/html");
                    while (true) {
                        frames.write(Http2Server.DATA, 0, stream, new byte[] {' '});
                        TimeUnit.MILLISECONDS.sleep(50);
                    }
                });
                GuardedHttpClient client = clientOf(server, limits(LONG, LONG, SHORT.multipliedBy(4)))) {
            assertThat(client.fetch(get(server.url("/")))).isInstanceOf(FetchResult.TimedOut.class);
        }
    }

    @Test
    void whoNeverAnswersIsLeft() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (Http2Server server = serving(Manner.ALERT, (frames, stream) -> end.await());
                GuardedHttpClient client = clientOf(server, limits(LONG, SHORT.multipliedBy(2), LONG))) {
            assertThat(client.fetch(get(server.url("/")))).isInstanceOf(FetchResult.TimedOut.class);
            end.countDown();
        }
    }

    @Test
    void aBodyThatIsBrokenOffGivesWhatArrived() throws Exception {
        try (Http2Server server = serving(Manner.ALERT, (frames, stream) -> {
                    frames.ok(stream, "content-type: text/html");
                    frames.write(Http2Server.DATA, 0, stream, PAGE);
                    frames.write(Http2Server.RST_STREAM, 0, stream, new byte[] {0, 0, 0, 2});
                });
                GuardedHttpClient client = clientOf(server)) {
            assertThat(client.fetch(get(server.url("/"))))
                    .isInstanceOfSatisfying(
                            FetchResult.CutOff.class,
                            cut -> assertThat(cut.beginning().body()).isEqualTo(PAGE));
        }
    }

    @Test
    void itsRedirectsAndNamesAreVettedAsAnyOther() throws Exception {
        try (Http2Server server = serving(Manner.ALERT, (frames, stream) -> {
                    frames.write(
                            Http2Server.HEADERS,
                            Http2Server.END_HEADERS | Http2Server.END_STREAM,
                            stream,
                            // Status 302, as a literal with the name of entry 8 (RFC 7541 6.2.2).
                            redirect("https://inside.example:8443/"));
                });
                GuardedHttpClient client = client(
                        "127.0.0.1:" + server.port(),
                        host -> List.of(InetAddress.getByName(host.equals("inside.example") ? "10.1.2.3" : host)))) {
            assertThat(client.fetch(get(server.url("/"))))
                    .isInstanceOfSatisfying(
                            FetchResult.Refused.class,
                            refused -> assertThat(refused.chain()).containsExactly(URI.create(server.url("/"))));
        }
    }

    /** It is remembered to speak HTTP/2 alone, and its name then leads elsewhere. */
    @Test
    void anAddressThatChangesIsVettedAgain() throws Exception {
        String[] address = {"127.0.0.1"};
        try (Http2Server server = serving(Manner.ALERT, Http2Test::page);
                GuardedHttpClient client = client(
                        "127.0.0.1:" + server.port() + ",localhost:" + server.port(),
                        host -> List.of(InetAddress.getByName(address[0])))) {
            assertThat(client.fetch(get(server.url("/")))).isInstanceOf(FetchResult.Fetched.class);
            address[0] = "10.1.2.3";

            assertThat(client.fetch(get(server.url("/")))).isInstanceOf(FetchResult.UnknownHost.class);
            assertThat(server.asked()).isEqualTo(1);
        }
    }

    private static byte[] redirect(String location) {
        byte[] rest = Http2Server.Frames.head(0, "location: " + location);
        byte[] head = new byte[rest.length + 4];
        System.arraycopy(new byte[] {8, 3, '3', '0', '2'}, 0, head, 0, 5);
        System.arraycopy(rest, 1, head, 5, rest.length - 1);
        return head;
    }
}
