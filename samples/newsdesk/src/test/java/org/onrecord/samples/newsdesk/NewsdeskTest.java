package org.onrecord.samples.newsdesk;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpServer;

import static org.assertj.core.api.Assertions.assertThat;

/** What an answer may leave out. */
class NewsdeskTest {

    @Test
    void whoIsNotNamedIsCalledAsTheArticleDoes() throws IOException, InterruptedException {
        HttpServer api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/v1/quotes", exchange -> {
            byte[] answer = """
                    {"items": [{"id": "ab1505dd-9aea-3f75-a13a-d03d5e6e73fa", "text": "it was shot down",
                      "stance": "denied",
                      "speakers": [{"surface": "Officials"}, {"surface": "Pat Low", "name": "Patricia Low"}], "confidence": 0.7, "article": {"date": "2026-03-01T08:00:00Z"}}]}
                    """.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        api.start();
        URI origin = URI.create("http://127.0.0.1:" + api.getAddress().getPort());
        try (Newsdesk desk = new Newsdesk(origin, "onr_key")) {
            assertThat(desk.saidBy("officials", 10)).singleElement().satisfies(statement -> {
                assertThat(statement.speakers()).containsExactly("Officials", "Patricia Low");
                assertThat(statement.stance()).isEqualTo("denied");
                assertThat(statement.page()).isEmpty();
            });
        } finally {
            api.stop(0);
        }
    }
}
