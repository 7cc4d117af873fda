package org.onrecord.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each of the table's URLs is refused with its reason. The server listens where most of them lead, on a port that an
 * allow-list entry for another host makes plausible, and counts who comes.
 */
class HostileUrlTest {

    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry("loopback.example", List.of("127.0.0.1")),
            Map.entry("localhost", List.of("127.0.0.1", "::1")),
            Map.entry("loopback6.example", List.of("::1")),
            Map.entry("both.example", List.of("93.184.215.14", "127.0.0.1")),
            Map.entry("unspecified.example", List.of("0.0.0.0")),
            Map.entry("private.example", List.of("10.1.2.3")),
            Map.entry("mapped.example", List.of("::ffff:10.1.2.3")),
            Map.entry("link-local.example", List.of("fe80::1")),
            Map.entry("metadata.example", List.of("169.254.169.254")),
            Map.entry("ula.example", List.of("fd12::1")),
            Map.entry("nat64.example", List.of("64:ff9b::7f00:1")),
            Map.entry("news.example", List.of("93.184.215.14")));

    /** Held here, since the log forgets a logger that nobody holds. */
    private static final Logger LOG = Logger.getLogger(VettingDnsResolver.class.getName());

    /** Why an address was refused that a name server gave: only the log says it. */
    private static final List<Refusal> LOGGED = new CopyOnWriteArrayList<>();

    private static final Handler READER = new Handler() {
        @Override
        public void publish(LogRecord line) {
            LOGGED.add((Refusal) line.getParameters()[2]);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private static LoopbackServer server;
    private static GuardedHttpClient client;

    @BeforeAll
    static void start() throws IOException {
        LOG.addHandler(READER);
        // The wildcard, so that every loopback address of both families would be answered.
        server = LoopbackServer.start(
                InetAddress.getByName("::"),
                0,
                (request, socket, out) -> out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        // A range without loopback makes the port one that only the resolved address can decide.
        AllowList allowed = AllowList.parse("198.51.99.0/24:" + server.port());
        client = new GuardedHttpClient(
                new AddressGuard(allowed),
                HostileUrlTest::resolve,
                TestClients.LIMITS,
                "test",
                InstantSource.system(),
                new BodyMemory(1 << 20));
    }

    @AfterAll
    static void stop() throws IOException {
        LOG.removeHandler(READER);
        client.close();
        server.close();
    }

    @AfterEach
    void nobodyCame() {
        assertThat(server.connections()).isZero();
    }

    record Case(RefusalReason reason, String url) {}

    static List<Case> table() throws IOException {
        try (var table = HostileUrlTest.class.getResourceAsStream("/hostile-urls.tsv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(HostileUrlTest::read)
                    .toList();
        }
    }

    private static Case read(String line) {
        String[] cells = line.split("\t", -1);
        RefusalReason reason = List.of(RefusalReason.values()).stream()
                .filter(candidate -> candidate.label().equals(cells[0]))
                .findFirst()
                .orElseThrow();
        String url = Pattern.compile("\\\\u([0-9a-f]{4})")
                .matcher(cells[1])
                .replaceAll(match -> String.valueOf((char) Integer.parseInt(match.group(1), 16)));
        return new Case(reason, url.replace("{port}", String.valueOf(server.port())));
    }

    @ParameterizedTest
    @MethodSource("table")
    void isRefusedWithItsReason(Case hostile) {
        LOGGED.clear();
        FetchResult result = client.fetch(Get.of(hostile.url(), List.of()));

        Refusal refusal = switch (result) {
            case FetchResult.Refused spelling -> spelling.refusal();
            case FetchResult.UnknownHost host -> LOGGED.getFirst();
            default -> throw new AssertionError(result);
        };
        assertThat(refusal.reason()).as(refusal.detail()).isEqualTo(hostile.reason());
    }

    /** The JDK gives such names up with exceptions of any kind, after a time with the square of their length. */
    @ParameterizedTest
    @ValueSource(strings = {"\u4e16", "\u00fc", "\u00ad", "\ud83d\ude00", "a\u0301"})
    void aHostOfThousandsOfLettersIsRefusedAsAnyOtherThatIsTooLong(String letter) {
        String url = "http://" + letter.repeat(3000) + ".example/";

        assertThat(AddressGuard.read(url))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(RefusalReason.HOST));
        assertThat(AddressGuard.resolve(URI.create("http://news.example/feed"), url))
                .isInstanceOf(Refusal.class);
        assertThat(client.fetch(Get.of(url, List.of()))).isInstanceOf(FetchResult.Refused.class);
    }

    /** Resolved, it would take the processor for minutes. */
    @Test
    void aReferenceOfDotsIsRefusedForItsLengthBeforeItIsResolved() {
        String dots = "a/".repeat(1_000_000) + "../".repeat(1_000_000);

        assertThat(AddressGuard.resolve(URI.create("https://news.example/feed"), dots))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(RefusalReason.MALFORMED_URL));
    }

    @Test
    void theTableIsLongAndKnowsEveryReason() throws IOException {
        assertThat(table()).hasSizeGreaterThanOrEqualTo(150);
        assertThat(table()).extracting(Case::reason).contains(RefusalReason.values());
    }

    private static List<InetAddress> resolve(String host) throws UnknownHostException {

        boolean literal = host.indexOf(':') >= 0 || HostSpelling.isDottedQuad(host);
        List<String> addresses = literal ? List.of(host) : NAMES.getOrDefault(host, List.of());
        if (addresses.isEmpty()) {
            return List.of(InetAddress.getByName("93.184.215.14"));
        }
        List<InetAddress> resolved = new ArrayList<>();
        for (String address : addresses) {
            resolved.add(InetAddress.getByName(address));
        }
        return resolved;
    }
}
