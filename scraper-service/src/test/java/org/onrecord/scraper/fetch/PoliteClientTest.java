package org.onrecord.scraper.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpServer;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;

import org.onrecord.egress.AllowList;
import org.onrecord.egress.BodyMemory;
import org.onrecord.egress.Get;
import org.onrecord.egress.GuardedHttpClient;
import org.onrecord.egress.Limits;
import org.onrecord.scraper.Eventually;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.scraper.Eventually.eventually;

class PoliteClientTest {

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            if (exchange.getRequestURI().getPath().equals("/hangs")) {
                return;
            }
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** A scraper that stops must not ask early what it would have asked later. */
    @Test
    void anInterruptedWaitAsksForNothing() throws Exception {
        assertThat(interruptedOnceAsked("/robots.txt", "1h")).isInstanceOf(FetchInterruptedException.class);
        assertThat(asked).containsExactly("/robots.txt");
    }

    @Test
    void anInterruptedFetchIsNoFailureOfTheHost() throws Exception {
        assertThat(interruptedOnceAsked("/hangs", "1ms")).isInstanceOf(FetchInterruptedException.class);
    }

    /** How a fetch of a page that hangs ends when it is interrupted as soon as this path was asked for. */
    private Throwable interruptedOnceAsked(String path, String delay) throws Exception {
        String authority = "127.0.0.1:" + server.getAddress().getPort();
        FetchSettings settings = new SmallRyeConfigBuilder()
                .withMapping(FetchSettings.class)
                .withConverter(Duration.class, 300, new DurationConverter())
                .withDefaultValue("onrecord.fetch.user-agent", "TestBot/1 (+https://news.example/bot)")
                .withDefaultValue("onrecord.fetch.host-delay", delay)
                .build()
                .getConfigMapping(FetchSettings.class);
        Limits patient = new Limits(0, 64 << 10, 1 << 20, Eventually.WITHIN, Eventually.WITHIN, Eventually.WITHIN);
        try (GuardedHttpClient client =
                GuardedHttpClient.create(AllowList.parse(authority), patient, settings.userAgent())) {
            PoliteClient polite = new PoliteClient(client, new Courtesy(client, settings));
            CompletableFuture<Throwable> end = new CompletableFuture<>();
            Thread waiting = Thread.ofVirtual().start(() -> {
                try (BodyMemory.Share memory = polite.memory()) {
                    end.complete(new AssertionError(
                            "answered: " + polite.fetch(Get.of("http://" + authority + "/hangs", List.of()), memory)));
                } catch (RuntimeException e) {
                    end.complete(e);
                }
            });
            eventually().until(() -> asked.contains(path));

            waiting.interrupt();

            return end.get();
        }
    }
}
