package org.onrecord.api.access;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.runtime.StartupEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onrecord.api.Eventually.WITHIN;
import static org.onrecord.api.Eventually.eventually;

/** Providers that are away, slow or out of their mind while somebody signs in. */
class ProviderSignInAwayTest {

    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource(ProviderAwayTest.Misbehaving.class)
    void aProviderThatDoesNotSayWhoSignedInIsGivenUp(ProviderAwayTest.Misbehaving how)
            throws IOException, JoseException, InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        HttpServer server = server("", exchange -> {
            try {
                how.answer(exchange);
            } catch (IOException e) {
                // The connection was closed on it.
            } finally {
                exchange.close();
                ended.countDown();
            }
        });
        try {
            ProviderSignIn signIn = signIn(issuer(server));
            SignInAttempt attempt = begun(signIn);

            SignedIn came = signIn.end(answer(attempt), attempt.cookie(), false);

            assertThat(came).isInstanceOfAny(SignedIn.Away.class, SignedIn.Refused.class);
            assertThat(ended.await(WITHIN.toMinutes(), TimeUnit.MINUTES))
                    .as("the connection is closed")
                    .isTrue();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void nobodyIsSentOnByTheProvidersAnswer() throws IOException, JoseException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer inward = server("", exchange -> {});
        inward.createContext("/inward", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
        });
        HttpServer server = server("", exchange -> {
            exchange.getResponseHeaders().set("Location", issuer(inward) + "/inward");
            exchange.sendResponseHeaders(307, -1);
        });
        try {
            ProviderSignIn signIn = signIn(issuer(server));
            SignInAttempt attempt = begun(signIn);

            assertThat(signIn.end(answer(attempt), attempt.cookie(), false)).isInstanceOf(SignedIn.Refused.class);

            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
            inward.stop(0);
        }
    }

    /** A code that is wrong is somebody's; a client that is not known is for whoever runs this. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"error\": \"invalid_grant\"}       | The provider did not take the code (400, invalid_grant).",
                "400 | {\"error\": \"<b>\"}                 | The provider did not take the code (400).",
                "400 | <h1>Bad Request</h1>               | The provider did not take the code (400).",
                "400 | {\"error\": \"invalid_client\"}      |",
                "403 | {\"error\": \"unauthorized_client\"} |",
                "401 | {\"error\": \"invalid_grant\"}       |",
                "401 | Unauthorized                       |"
            })
    void itIsToldWhoseFaultItIs(int status, String body, @Nullable String why) throws IOException, JoseException {
        HttpServer server = server("", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        try {
            ProviderSignIn signIn = signIn(issuer(server), WITHIN);
            SignInAttempt attempt = begun(signIn);

            assertThat(signIn.end(answer(attempt), attempt.cookie(), false))
                    .isEqualTo(why == null ? new SignedIn.Denied("invalid_client") : new SignedIn.Refused(why));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whoComesWhileManySignInWaitsForAPlace() throws IOException, JoseException, InterruptedException {
        CountDownLatch asked = new CountDownLatch(16);
        CountDownLatch goOn = new CountDownLatch(1);
        HttpServer server = server("", exchange -> {
            asked.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
        });
        try {
            ProviderSignIn signIn = signIn(issuer(server), WITHIN);
            SignInAttempt attempt = begun(signIn);
            for (int i = 0; i < 16; i++) {
                Thread.ofVirtual().start(() -> signIn.end(answer(attempt), attempt.cookie(), false));
            }
            asked.await();
            CompletableFuture<SignedIn> came = new CompletableFuture<>();

            Thread last = Thread.ofPlatform()
                    .start(() -> came.complete(signIn.end(answer(attempt), attempt.cookie(), false)));
            eventually()
                    .until(() -> last.getState() == Thread.State.TIMED_WAITING
                            || last.getState() == Thread.State.TERMINATED);
            goOn.countDown();

            assertThat(came.join()).isInstanceOf(SignedIn.Refused.class);
        } finally {
            goOn.countDown();
            server.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://onrecord.desk.example, true",
        "https://onrecord.desk.example:8443/, true",
        "http://localhost:8080, true",
        "http://127.0.0.1:8080, true",
        "http://[::1]:8080/, true",
        "http://onrecord.desk.example, false",
        "http://localhost.desk.example, false",
        "http://anna@localhost, false",
        "http://10.0.0.1:8080, false",
        "ftp://onrecord.desk.example, false",
        "https://onrecord.desk.example/desk, false",
        "https://onrecord.desk.example?a=b, false",
        "https:onrecord, false",
        "//onrecord.desk.example, false"
    })
    void browsersComeByTlsOrFromTheMachineItself(String site, boolean isTaken) {
        ProviderSignIn signIn =
                signIn(new Trusting("http://127.0.0.1:9", SHORT, Duration.ZERO, false, Optional.of("desk"), site));

        if (isTaken) {
            signIn.check(new StartupEvent());
        } else {
            assertThatThrownBy(() -> signIn.check(new StartupEvent()))
                    .hasMessageContaining("ONRECORD_ACCESS_OIDC_SITE")
                    .hasMessageContaining("without TLS localhost alone");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "file:///etc/passwd", "no URL", "//nowhere", "data:text/html,x"})
    void nobodyIsSentWhereNoProviderIs(String endpoint) throws IOException, JoseException {
        HttpServer server = server(endpoint, exchange -> {});
        try {
            assertThat(signIn(issuer(server)).begin("/", false)).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whileTheProviderIsAwayNobodyIsSentThere() {
        assertThat(signIn("http://127.0.0.1:9").begin("/", false)).isEmpty();
    }

    private static SignInAttempt begun(ProviderSignIn signIn) {
        return SignInAttempt.ofCookie(
                        signIn.begin("/", false).orElseThrow().cookie().getValue())
                .orElseThrow();
    }

    private static SignInAnswer answer(SignInAttempt attempt) {
        SignInAnswer answer = new SignInAnswer();
        answer.state = attempt.state();
        answer.code = "code";
        return answer;
    }

    /** The sessions are never asked: nobody is signed in. */
    private static ProviderSignIn signIn(String issuer) {
        return signIn(issuer, SHORT);
    }

    private static ProviderSignIn signIn(String issuer, Duration patience) {
        return signIn(new Trusting(issuer, patience, Duration.ZERO, false));
    }

    private static ProviderSignIn signIn(AccessConfig config) {
        return new ProviderSignIn(config, new ProviderTokens(config, JSON), new Sessions(config, null, null), JSON);
    }

    private static HttpServer server(String authorization, HttpHandler token) throws IOException, JoseException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        String issuer = issuer(server);
        answer(
                server,
                "/.well-known/openid-configuration",
                JSON.writeValueAsString(Map.of(
                        "issuer",
                        issuer,
                        "jwks_uri",
                        issuer + "/keys",
                        "authorization_endpoint",
                        Optional.of(authorization)
                                .filter(other -> !other.isEmpty())
                                .orElse(issuer + "/authorize"),
                        "token_endpoint",
                        issuer + "/token")));
        answer(
                server,
                "/keys",
                new JsonWebKeySet(RsaJwkGenerator.generateJwk(2048)).toJson(OutputControlLevel.PUBLIC_ONLY));
        server.createContext("/token", token);
        server.start();
        return server;
    }

    private static void answer(HttpServer server, String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static String issuer(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }
}
