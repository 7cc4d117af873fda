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

/** Clients for servers on loopback sockets; they wait for minutes, but for those that a test tells to be impatient. */
final class TestClients {

    static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
    static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");

    /** Nothing that ends by itself takes as long, be the machine as busy as it likes. */
    static final Duration LONG = Duration.ofMinutes(5);

    /** For what never ends by itself. */
    static final Duration SHORT = Duration.ofMillis(800);

    static final Limits LIMITS = limits(LONG, LONG, LONG);

    private TestClients() {}

    static Limits limits(Duration connect, Duration firstByte, Duration total) {
        return new Limits(4, 32 << 10, 1 << 20, connect, firstByte, total);
    }

    static Get get(String url) {
        return Get.of(url, List.of());
    }

    /** A client that may ask these servers and resolves names as the system does. */
    static GuardedHttpClient clientOf(LoopbackServer... servers) {
        return clientOf(LIMITS, servers);
    }

    static GuardedHttpClient clientOf(Limits limits, LoopbackServer... servers) {
        String allowed = String.join(
                ",",
                List.of(servers).stream()
                        .map(server -> "127.0.0.1:" + server.port())
                        .toList());
        return client(allowed, host -> List.of(InetAddress.getByName(host)), new BodyMemory(64 << 20), limits);
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
