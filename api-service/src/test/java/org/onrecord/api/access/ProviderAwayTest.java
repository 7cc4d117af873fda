package org.onrecord.api.access;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onrecord.api.Eventually.WITHIN;
import static org.onrecord.api.Eventually.eventually;

/** Providers that are away, slow or out of their mind, and strangers who send what only they could decide on. */
class ProviderAwayTest {

    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration ENDLESS = Duration.ofDays(1);
    private static final int MORE_THAN_MAY_WAIT = 300;

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9", "no URL", "", "ftp://127.0.0.1/"})
    void whileTheProviderIsAwayNoTokenIsTaken(String issuer) {
        ProviderTokens tokens = tokens(issuer, SHORT, ENDLESS);
        String token = Provider.ofUnknownKey(1);

        assertThat(tokens.ofHeader("Bearer " + token)).contains(token);
        assertThat(failure(tokens.caller(token))).isInstanceOf(ProviderAwayException.class);
    }

    @ParameterizedTest
    @EnumSource(Misbehaving.class)
    void aProviderThatDoesNotSayItsKeysIsGivenUpAndNotAskedForEachToken(Misbehaving how) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch ended = new CountDownLatch(1);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/.well-known/openid-configuration", exchange -> {
            asked.incrementAndGet();
            String issuer = issuer(server);
            send(exchange, "{\"issuer\": \"" + issuer + "\", \"jwks_uri\": \"" + issuer + "/keys\"}");
        });
        server.createContext("/keys", exchange -> {
            try {
                how.answer(exchange);
            } catch (IOException e) {
                // The connection was closed on it.
            } finally {
                exchange.close();
                ended.countDown();
            }
        });
        server.start();
        try {
            ProviderTokens tokens = tokens(issuer(server), SHORT, ENDLESS);

            for (int i = 0; i < 20; i++) {
                assertThat(failure(tokens.caller(Provider.ofUnknownKey(i)))).isInstanceOf(ProviderAwayException.class);
            }

            assertThat(asked).hasValue(1);
            assertThat(ended.await(WITHIN.toMinutes(), TimeUnit.MINUTES))
                    .as("the connection is closed")
                    .isTrue();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void keysThatNobodyHasAreAskedForOnce() throws JoseException {
        try (Provider provider = new Provider()) {
            ProviderTokens tokens = tokens(provider.issuer(), WITHIN, ENDLESS);

            for (int i = 0; i < 2_000; i++) {
                assertThat(failure(tokens.caller(Provider.ofUnknownKey(i)))).isInstanceOf(RefusedTokenException.class);
            }

            assertThat(provider.asked()).isEqualTo(1);
            assertThat(tokens.caller(provider.signed(provider.claims("onrecord:read")))
                            .join()
                            .name())
                    .isEqualTo("anna");
        }
    }

    @Test
    void aKeyThatIsNewIsFoundAfterThePause() throws JoseException {
        try (Provider provider = new Provider()) {
            ProviderTokens tokens = tokens(provider.issuer(), WITHIN, Duration.ofMillis(50));
            tokens.caller(provider.signed(provider.claims("onrecord:read"))).join();

            provider.rotate("two");
            String token = provider.signed(provider.claims("onrecord:write"));

            eventually()
                    .ignoreExceptions()
                    .until(() -> tokens.caller(token).join().scope() == Scope.WRITE);
        }
    }

    @Test
    void whoHasATokenOfAKnownKeyDoesNotWaitForTheProvider() throws JoseException {
        try (Provider provider = new Provider()) {
            ProviderTokens tokens = tokens(provider.issuer(), WITHIN, Duration.ZERO);
            String valid = provider.signed(provider.claims("onrecord:read"));
            tokens.caller(valid).join();
            provider.hang();

            List<CompletableFuture<Caller>> forged = new ArrayList<>();
            for (int i = 0; i < MORE_THAN_MAY_WAIT; i++) {
                forged.add(tokens.caller(Provider.ofUnknownKey(i)));
            }
            // Refused at once, whether for waiting or for being checked.
            eventually()
                    .until(() ->
                            forged.stream().filter(CompletableFuture::isDone).count() >= MORE_THAN_MAY_WAIT - 256);

            assertThat(tokens.caller(valid).join().name()).isEqualTo("anna");
            assertThat(forged).anyMatch(answer -> !answer.isDone());
            assertThat(forged.stream().filter(CompletableFuture::isDone))
                    .allSatisfy(answer -> assertThat(failure(answer)).isInstanceOf(TooManyWaitException.class));
            provider.goOn();
            assertThat(forged).allSatisfy(answer -> assertThatThrownBy(answer::join));
            assertThat(tokens.caller(valid).join().name()).isEqualTo("anna");
        }
    }

    @Test
    void tokensWithoutTheirTypeAreTakenWhereTheOperatorSaysSo() throws JoseException {
        try (Provider provider = new Provider()) {
            ProviderTokens tokens =
                    new ProviderTokens(new Trusting(provider.issuer(), WITHIN, ENDLESS, true), new ObjectMapper());
            String claims = provider.claims("onrecord:read").toJson();

            assertThat(tokens.caller(provider.signed(claims, Map.of("typ", "JWT")))
                            .join()
                            .name())
                    .isEqualTo("anna");
            assertThat(tokens.caller(provider.signed(claims, Map.of("typ", "AT+jwt")))
                            .join()
                            .name())
                    .isEqualTo("anna");
            assertThat(failure(tokens.caller(provider.signed(claims, Map.of("typ", "logout+jwt")))))
                    .isInstanceOf(RefusedTokenException.class);
        }
    }

    private static ProviderTokens tokens(String issuer, Duration patience, Duration pause) {
        return new ProviderTokens(new Trusting(issuer, patience, pause, false), new ObjectMapper());
    }

    private static Throwable failure(CompletableFuture<Caller> answer) {
        try {
            throw new AssertionError("let in: " + answer.join());
        } catch (CompletionException e) {
            return e.getCause();
        }
    }

    private static String issuer(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** What is answered to who asks for the keys. */
    enum Misbehaving {
        FAILS {
            @Override
            void answer(HttpExchange exchange) throws IOException {
                exchange.sendResponseHeaders(500, -1);
            }
        },
        REDIRECTS {
            @Override
            void answer(HttpExchange exchange) throws IOException {
                exchange.getResponseHeaders().set("Location", "http://169.254.169.254/keys");
                exchange.sendResponseHeaders(302, -1);
            }
        },
        SAYS_NOTHING {
            @Override
            void answer(HttpExchange exchange) throws IOException {
                exchange.sendResponseHeaders(200, 0);
                untilClosed(exchange.getResponseBody(), "", Duration.ofMillis(100));
            }
        },
        TRICKLES {
            @Override
            void answer(HttpExchange exchange) throws IOException {
                exchange.sendResponseHeaders(200, 0);
                untilClosed(exchange.getResponseBody(), " ", Duration.ofMillis(100));
            }
        },
        NEVER_ENDS {
            @Override
            void answer(HttpExchange exchange) throws IOException {
                exchange.sendResponseHeaders(200, 0);
                untilClosed(exchange.getResponseBody(), " ".repeat(1 << 16), Duration.ZERO);
            }
        },
        IS_NO_JSON {
            @Override
            void answer(HttpExchange exchange) throws IOException {
                send(exchange, "<!doctype html><title>Sign in</title>");
            }
        },
        IS_DEEP {
            @Override
            void answer(HttpExchange exchange) throws IOException {
                send(exchange, "[".repeat(100_000));
            }
        },
        HAS_NO_KEYS {
            @Override
            void answer(HttpExchange exchange) throws IOException {
                send(exchange, "{\"keys\": []}");
            }
        },
        SHARES_A_SECRET {
            @Override
            void answer(HttpExchange exchange) throws IOException {
                send(exchange, "{\"keys\": [{\"kty\": \"oct\", \"kid\": \"forged-1\", \"k\": \"c2VjcmV0\"}]}");
            }
        },
        HAS_TEN_THOUSAND_KEYS {
            @Override
            void answer(HttpExchange exchange) throws IOException {
                send(exchange, "{\"keys\": [" + "{\"kty\":\"RSA\"},".repeat(9_999) + "{\"kty\":\"RSA\"}]}");
            }
        };

        abstract void answer(HttpExchange exchange) throws IOException;

        /** The server's connection is seen to be closed by writing to it. */
        private static void untilClosed(OutputStream body, String text, Duration pause) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            try {
                for (long i = 0; i < Long.MAX_VALUE; i++) {
                    Thread.sleep(pause);
                    // Of one that says nothing, only after everybody else would have given up.
                    body.write(bytes.length == 0 && i > 100 ? new byte[1] : bytes);
                    body.flush();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
