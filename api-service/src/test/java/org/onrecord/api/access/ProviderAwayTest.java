package org.onrecord.api.access;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProviderAwayTest {

    private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl";

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9", "no URL", ""})
    void whileTheProviderIsAwayNoTokenIsTaken(String issuer) {
        ProviderTokens tokens = new ProviderTokens(trusting(issuer), new ObjectMapper());

        assertThat(tokens.ofHeader("Bearer " + TOKEN)).contains(TOKEN);
        assertThatThrownBy(() -> tokens.caller(TOKEN)).isInstanceOf(ProviderAwayException.class);
    }

    @Test
    void aProviderThatDoesNotAnswerIsNotAskedForEachToken() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer broken = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        broken.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        broken.start();
        try {
            ProviderTokens tokens = new ProviderTokens(
                    trusting("http://127.0.0.1:" + broken.getAddress().getPort()), new ObjectMapper());

            Instant start = Instant.now();
            for (int i = 0; i < 20; i++) {
                assertThatThrownBy(() -> tokens.caller(TOKEN)).isInstanceOf(ProviderAwayException.class);
            }

            long pauses = Duration.between(start, Instant.now()).dividedBy(ProviderTokens.PATIENCE);
            assertThat(asked.get()).isBetween(1, 1 + (int) pauses);
        } finally {
            broken.stop(0);
        }
    }

    private static AccessConfig trusting(String issuer) {
        return new AccessConfig() {
            @Override
            public Mode mode() {
                return Mode.KEYS;
            }

            @Override
            public long requestsPerMinute() {
                return 1;
            }

            @Override
            public Oidc oidc() {
                return new Oidc() {
                    @Override
                    public Optional<String> issuer() {
                        return Optional.of(issuer);
                    }

                    @Override
                    public String audience() {
                        return "onrecord";
                    }
                };
            }
        };
    }
}
