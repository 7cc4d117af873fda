package org.onrecord.api.takedown;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;

import org.onrecord.api.StoredNews;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.api.Eventually.eventually;

/** What is to be erased from the archive, and a scraper that may take long for it. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(value = ArchiveErasureTest.Scraper.class, restrictToAnnotatedClass = true)
class ArchiveErasureTest {

    @Inject
    DataSource database;

    @Test
    void theTopicsDoNotWaitForAllThatTheArchiveIsStillToForget() throws SQLException {
        StoredNews news = new StoredNews(database);
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        UUID fromTopics = UUID.randomUUID();
        String erased = "erasure WHERE rounds_left < 2 AND record_key = '" + fromTopics + "'";
        Queue<Integer> erasedBefore = new ConcurrentLinkedQueue<>();
        Scraper.toldOf = takedown -> {
            try {
                if (takedown.contains(first.toString())) {
                    // Before what other tests have left, of which so many are erased at a time.
                    news.run("INSERT INTO erasure (record_key, due_at) VALUES (?, 'epoch')", fromTopics.toString());
                } else if (takedown.contains(second.toString())) {
                    erasedBefore.add(news.count(erased));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };

        for (UUID article : List.of(first, second)) {
            news.run("""
                    INSERT INTO article (article_id, first_seen_at, last_seen_at, dated_at, taken_down_at)
                    VALUES (?, now(), now(), now(), now())""", article);
        }
        news.run("""
                INSERT INTO archive_erasure (article_id, due_at)
                VALUES (?, now() - interval '2 s'), (?, now() - interval '1 s')""", first, second);

        // Other tests, too, leave what the archive is still to forget, and this scraper is told of it.
        eventually()
                .until(() ->
                        news.count("archive_erasure WHERE article_id IN ('" + first + "', '" + second + "')") == 0);
        assertThat(erasedBefore).containsExactly(1);
    }

    /** In the place of the scraper: does as it is told, at once. */
    public static final class Scraper implements QuarkusTestResourceLifecycleManager {

        private static volatile Consumer<String> toldOf = takedown -> {};

        private HttpServer server;

        @Override
        public Map<String, String> start() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.createContext("/", Scraper::answer);
            server.start();
            return Map.of(
                    "quarkus.rest-client.scraper.url",
                    "http://127.0.0.1:" + server.getAddress().getPort());
        }

        private static void answer(HttpExchange exchange) throws IOException {
            toldOf.accept(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        }

        @Override
        public void stop() {
            server.stop(0);
        }
    }
}
