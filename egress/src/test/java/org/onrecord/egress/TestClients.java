package org.onrecord.egress;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Clients with short limits, for servers on loopback sockets. */
final class TestClients {

    static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
    static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
    static final Limits LIMITS =
            new Limits(4, 32 << 10, 1 << 20, Duration.ofSeconds(1), Duration.ofMillis(800), Duration.ofMillis(1600));

    /** For what fails by itself: the first handshake of a process takes a second on a busy machine. */
    static final Limits PATIENT =
            new Limits(4, 32 << 10, 1 << 20, Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(40));

    private TestClients() {}

    static Get get(String url) {
        return Get.of(url, List.of());
    }

    /** A client that may ask these servers and resolves names as the system does. */
    static GuardedHttpClient clientOf(LoopbackServer... servers) {
        String allowed = String.join(
                ",",
                List.of(servers).stream()
                        .map(server -> "127.0.0.1:" + server.port())
                        .toList());
        return client(allowed, host -> List.of(InetAddress.getByName(host)));
    }

    static GuardedHttpClient client(String allowed, Resolver resolver) {
        return client(allowed, resolver, new BodyMemory(64 << 20));
    }

    static GuardedHttpClient client(String allowed, Resolver resolver, BodyMemory memory) {
        return client(allowed, resolver, memory, LIMITS);
    }

    static GuardedHttpClient client(String allowed, Resolver resolver, BodyMemory memory, Limits limits) {
        return new GuardedHttpClient(
                new AddressGuard(AllowList.parse(allowed)),
                resolver,
                limits,
                "TestBot/1 (+https://news.example/bot)",
                InstantSource.fixed(NOW),
                memory);
    }

    static List<InetAddress> loopback() throws UnknownHostException {
        return List.of(InetAddress.getByName("127.0.0.1"));
    }

    static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
