package org.onrecord.egress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.onrecord.egress.TestClients.OK;
import static org.onrecord.egress.TestClients.client;
import static org.onrecord.egress.TestClients.get;
import static org.onrecord.egress.TestClients.loopback;
import static org.onrecord.egress.TestClients.say;

/** However many fetches are under way, their bodies take no more than what there is for them. */
class BodyMemoryTest {

    private static final int MEMORY = 1 << 20;

    @Test
    void aBodyHoldsItsShareUntilItIsNotNeededAnyMore() throws IOException {
        BodyMemory memory = new BodyMemory(MEMORY);
        byte[] page = new byte[300_000];
        try (LoopbackServer server = serving("", page);
                GuardedHttpClient client = client("127.0.0.1:" + server.port(), host -> loopback(), memory)) {
            try (BodyMemory.Share share = memory.share()) {
                assertThat(client.fetch(get(server.url("/")), HopGate.OPEN, share))
                        .isInstanceOf(FetchResult.Fetched.class);

                assertThat(memory.freeBytes()).isLessThanOrEqualTo(MEMORY - page.length + BodyMemory.UNASKED_BYTES);
            }
            assertThat(memory.freeBytes()).isEqualTo(MEMORY);
        }
    }

    @Test
    void whatIsPackedIsGivenBackOnceItIsUnpacked() throws IOException {
        BodyMemory memory = new BodyMemory(MEMORY);
        byte[] page = "A ferry, a timetable and a harbour. ".repeat(8000).getBytes();
        try (LoopbackServer server = serving("gzip", gzip(page));
                GuardedHttpClient client = client("127.0.0.1:" + server.port(), host -> loopback(), memory);
                BodyMemory.Share share = memory.share()) {
            assertThat(client.fetch(get(server.url("/")), HopGate.OPEN, share))
                    .isInstanceOfSatisfying(FetchResult.Fetched.class, fetched -> {
                        assertThat(fetched.body()).isEqualTo(page);
                    });

            assertThat(memory.freeBytes()).isBetween((long) (MEMORY - page.length - 300_000), (long) MEMORY);
        }
        assertThat(memory.freeBytes()).isEqualTo(MEMORY);
    }

    @Test
    void whateverAFetchEndsInItsMemoryIsGivenBack() throws IOException {
        BodyMemory memory = new BodyMemory(MEMORY);
        try (LoopbackServer cut = LoopbackServer.saying(OK + "Content-Length: 900000\r\n\r\n" + "x".repeat(200_000));
                LoopbackServer bad = serving("gzip", new byte[200_000]);
                LoopbackServer large = serving("", new byte[2 << 20]);
                GuardedHttpClient client = client(
                        "127.0.0.1:" + cut.port() + ",127.0.0.1:" + bad.port() + ",127.0.0.1:" + large.port(),
                        host -> loopback(),
                        memory)) {
            for (LoopbackServer server : List.of(cut, bad, large)) {
                assertThat(client.fetch(get(server.url("/")))).isNotInstanceOf(FetchResult.Fetched.class);
                assertThat(memory.freeBytes()).isEqualTo(MEMORY);
            }
        }
    }

    /** Each holds a part and wants more than there is: without a way out they would wait for each other for ever. */
    @Test
    void bodiesThatTogetherNeedMoreThanThereIsComeInOneAfterTheOther() throws Exception {
        BodyMemory memory = new BodyMemory(256 << 10);
        byte[] page = new byte[250_000];
        try (LoopbackServer server = serving("", page);
                GuardedHttpClient client = client("127.0.0.1:" + server.port(), host -> loopback(), memory);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<FetchResult>> fetches = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                fetches.add(threads.submit(() -> client.fetch(get(server.url("/")))));
            }

            for (Future<FetchResult> fetch : fetches) {
                assertThat(fetch.get()).isInstanceOf(FetchResult.Fetched.class);
            }
            assertThat(memory.freeBytes()).isEqualTo(256 << 10);
        }
    }

    @Test
    void hostsThatHangKeepNoMemoryFromTheOthers() throws Exception {
        int hosts = 40;
        BodyMemory memory = new BodyMemory(64 << 10);
        CountDownLatch allHang = new CountDownLatch(hosts);
        CountDownLatch wellIsRead = new CountDownLatch(1);
        byte[] page = new byte[60_000];
        try (LoopbackServer hanging = LoopbackServer.start((request, socket, out) -> {
                    say(out, OK + "Content-Length: 900000\r\n\r\n");
                    out.write(new byte[100]);
                    out.flush();
                    allHang.countDown();
                    wellIsRead.await();
                });
                LoopbackServer well = serving("", page);
                GuardedHttpClient client = client(
                        "127.0.0.1:" + hanging.port() + ",127.0.0.1:" + well.port(), host -> loopback(), memory);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<FetchResult>> hung = new ArrayList<>();
            for (int i = 0; i < hosts; i++) {
                hung.add(threads.submit(() -> client.fetch(get(hanging.url("/")))));
            }
            allHang.await();

            assertThat(client.fetch(get(well.url("/")))).isInstanceOf(FetchResult.Fetched.class);

            wellIsRead.countDown();
            for (Future<FetchResult> fetch : hung) {
                assertThat(fetch.get()).isInstanceOf(FetchResult.CutOff.class);
            }
        }
        assertThat(memory.freeBytes()).isEqualTo(64 << 10);
    }

    /** A host that sends much and then hangs is worse than one that drips: what others want is taken from it. */
    @Test
    void aBodyThatStandsStillIsBrokenOffWhenOthersWait() throws Exception {
        BodyMemory memory = new BodyMemory(256 << 10, URI::getHost, Duration.ofMillis(100), Duration.ofMinutes(5));
        CountDownLatch broken = new CountDownLatch(2);
        List<BodyMemory.Share> slow = List.of(memory.share(), memory.share());
        for (int i = 0; i < slow.size(); i++) {
            slow.get(i).begin(URI.create("https://slow" + i + ".example/"), broken::countDown);
            slow.get(i).take(120 << 10);
        }
        try (BodyMemory.Share first = memory.share();
                BodyMemory.Share second = memory.share();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // The first that waits may overdraw; for the second somebody has to go.
            first.take(100 << 10);
            Future<Boolean> waiting = threads.submit(() -> {
                second.take(100 << 10);
                return second.brokenOff();
            });

            broken.await();
            slow.forEach(BodyMemory.Share::close);
            assertThat(waiting.get()).isFalse();
        }
        assertThat(slow).allMatch(BodyMemory.Share::brokenOff);
        assertThat(memory.freeBytes()).isEqualTo(256 << 10);
    }

    @Test
    void aDomainHasAThirdOfTheMemoryAndOneBodyBeyondIt() throws Exception {
        BodyMemory memory = new BodyMemory(300 << 10, URI::getHost, Duration.ofMinutes(5), Duration.ofMillis(1));
        List<BodyMemory.Share> large = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            large.add(memory.share());
            large.get(i).begin(URI.create("https://large.example/" + i), () -> {});
        }

        large.get(0).take(90 << 10);
        large.get(1).take(60 << 10);
        assertThatExceptionOfType(InterruptedIOException.class)
                .isThrownBy(() -> large.get(2).take(60 << 10));
        assertThat(large.get(2).brokenOff()).isTrue();
        assertThat(memory.freeBytes()).isEqualTo(150 << 10);

        large.get(0).close();
        large.get(2).take(60 << 10);
        large.forEach(BodyMemory.Share::close);
        assertThat(memory.freeBytes()).isEqualTo(300 << 10);
    }

    /** Each of its hosts is asked at once, as where many sites redirect to one. */
    @Test
    void aDomainOfManyHostsKeepsNoMemoryFromTheOthers() throws Exception {
        int hosts = 40;
        BodyMemory memory = new BodyMemory(300 << 10, URI::getHost, Duration.ofMinutes(5), Duration.ofMinutes(5));
        byte[] page = new byte[90_000];
        try (LoopbackServer server = serving("", page);
                GuardedHttpClient client = client("127.0.0.1:" + server.port(), host -> loopback(), memory);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            String path = ":" + server.port() + "/";
            List<BodyMemory.Share> kept = new ArrayList<>();
            CountDownLatch oneIsRead = new CountDownLatch(1);
            for (int i = 0; i < hosts; i++) {
                BodyMemory.Share share = memory.share();
                kept.add(share);
                threads.submit(() -> {
                    client.fetch(get("http://large.example" + path), HopGate.OPEN, share);
                    oneIsRead.countDown();
                });
            }
            // Its memory is still needed, as while it is waited for a place to extract it.
            oneIsRead.await();

            try (BodyMemory.Share share = memory.share()) {
                assertThat(client.fetch(get("http://well.example" + path), HopGate.OPEN, share))
                        .isInstanceOf(FetchResult.Fetched.class);
            }
            assertThat(memory.freeBytes()).isPositive();
            threads.shutdownNow();
            threads.awaitTermination(5, TimeUnit.MINUTES);
            kept.forEach(BodyMemory.Share::close);
        }
        assertThat(memory.freeBytes()).isEqualTo(300 << 10);
    }

    private static LoopbackServer serving(String coding, byte[] body) throws IOException {
        return LoopbackServer.start((request, socket, out) -> {
            String field = coding.isEmpty() ? "" : "Content-Encoding: " + coding + "\r\n";
            say(out, OK + field + "Content-Length: " + body.length + "\r\n\r\n");
            out.write(body);
        });
    }

    private static byte[] gzip(byte[] page) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(page);
        }
        return packed.toByteArray();
    }
}
