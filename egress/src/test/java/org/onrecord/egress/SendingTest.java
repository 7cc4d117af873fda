package org.onrecord.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.onrecord.egress.PostResult.Answered;
import org.onrecord.egress.PostResult.Refused;
import org.onrecord.egress.PostResult.Unanswered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.egress.TestClients.LONG;
import static org.onrecord.egress.TestClients.SHORT;
import static org.onrecord.egress.TestClients.client;
import static org.onrecord.egress.TestClients.clientOf;
import static org.onrecord.egress.TestClients.limits;
import static org.onrecord.egress.TestClients.loopback;

/** What is sent, where it goes, and how much of an answer is kept. */
class SendingTest {

    @ParameterizedTest
    @CsvSource({"200", "204", "400", "410", "500"})
    void whateverIsAnsweredIsAnAnswer(int status) throws IOException {
        try (LoopbackServer server = LoopbackServer.saying(
                        "HTTP/1.1 " + status + " So\r\nConnection: close\r\n" + (status == 204 ? "\r\n" : "\r\nwell"));
                GuardedHttpClient client = clientOf(server)) {
            PostResult result = client.send(post(server.url("/hook")));

            assertThat(result).isInstanceOfSatisfying(Answered.class, answer -> {
                assertThat(answer.status()).isEqualTo(status);
                assertThat(new String(answer.beginning(), StandardCharsets.UTF_8))
                        .isEqualTo(status == 204 ? "" : "well");
            });
            LoopbackServer.Request asked = server.requests().getFirst();
            assertThat(asked.line()).isEqualTo("POST /hook HTTP/1.1");
            assertThat(asked.header("Content-Type")).isEqualTo("application/json");
            assertThat(asked.header("Content-Length")).isEqualTo("2");
            assertThat(asked.header("webhook-id")).isEqualTo("one");
        }
    }

    @Test
    void aRedirectIsAnAnswerAndIsNotFollowed() throws IOException {
        try (LoopbackServer inner = LoopbackServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                LoopbackServer server = LoopbackServer.saying(
                        "HTTP/1.1 307 Elsewhere\r\nContent-Length: 0\r\nLocation: " + inner.url("/") + "\r\n\r\n");
                GuardedHttpClient client = clientOf(server, inner)) {
            assertThat(client.send(post(server.url("/"))))
                    .isInstanceOfSatisfying(
                            Answered.class,
                            answer -> assertThat(answer.status()).isEqualTo(307));
            assertThat(inner.connections()).isZero();
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aNameThatLeadsElsewhereByNowIsNotSentTo() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        Resolver rebinding =
                host -> asked.getAndIncrement() == 0 ? List.of(InetAddress.getByName("198.51.99.1")) : loopback();
        try (LoopbackServer server = LoopbackServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                GuardedHttpClient client = client("198.51.99.1/32:" + server.port(), rebinding)) {
            String url = "http://rebound.example:" + server.port() + "/";

            assertThat(client.refusal(url)).isEmpty();
            assertThat(client.send(post(url))).isEqualTo(new Unanswered("rebound.example has no public address"));
            assertThat(server.connections()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://10.0.0.1/, 10.0.0.1 has a private address",
        "http://169.254.169.254/, 169.254.169.254 has a metadata address",
        "http://inner.example/, inner.example has no public address",
        "http://none.example/, none.example has no public address",
        "http://desk.example:8080/, port 8080 is neither 80 nor 443",
    })
    void whatCannotBeSentToIsSaidBefore(String url, String why) throws IOException {
        Resolver names = host -> {
            if (host.equals("none.example")) {
                throw new UnknownHostException(host);
            }
            return loopback();
        };
        try (GuardedHttpClient client = client("", names)) {
            assertThat(client.refusal(url)).contains(why);
            assertThat(client.send(post(url))).isInstanceOfAny(Refused.class, Unanswered.class);
        }
    }

    /** A megabyte of it, and then no end. */
    @Test
    void ofAnEndlessAnswerTheBeginningIsKept() throws IOException {
        try (LoopbackServer server = LoopbackServer.start((request, socket, out) -> {
                    out.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    byte[] some = "abcdefgh".repeat(1024).getBytes(StandardCharsets.US_ASCII);
                    while (true) {
                        out.write(some);
                    }
                });
                GuardedHttpClient client = clientOf(server)) {
            assertThat(client.send(post(server.url("/"))))
                    .isInstanceOfSatisfying(
                            Answered.class,
                            answer -> assertThat(answer.beginning()).hasSize(1024));
        }
    }

    @Test
    void whoDoesNotAnswerIsNotWaitedForLonger() throws IOException {
        try (LoopbackServer server = LoopbackServer.start((request, socket, out) -> Thread.sleep(LONG));
                GuardedHttpClient client = clientOf(limits(LONG, LONG, SHORT), server)) {
            assertThat(client.send(post(server.url("/"))))
                    .isInstanceOfSatisfying(
                            Unanswered.class, none -> assertThat(none.why()).startsWith("no answer within"));
        }
    }

    @Test
    void whoHangsUpHasNotAnswered() throws IOException {
        try (LoopbackServer server = LoopbackServer.start((request, socket, out) -> socket.close());
                GuardedHttpClient client = clientOf(server)) {
            assertThat(client.send(post(server.url("/")))).isInstanceOf(Unanswered.class);
            assertThat(server.connections())
                    .as("it is not sent again by itself")
                    .isEqualTo(1);
        }
    }

    private static Post post(String url) {
        return new Post(
                url, "application/json", List.of(new Headers.Field("webhook-id", "one")), new byte[] {'{', '}'});
    }
}
