package org.onrecord.api.export;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;

import org.onrecord.api.StoredNews;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.onrecord.api.Eventually.eventually;

/** Readers that take nothing of what they asked for, until there is no place for others. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
@TestProfile(StalledReaderTest.Impatient.class)
class StalledReaderTest {

    private static final int PLACES = 8;
    private static final int MORE_THAN_BUFFERS_TAKE = 8_000;

    @Inject
    DataSource database;

    @Test
    void whoTakesNothingLosesThePlace() throws SQLException, IOException {
        StoredNews news = new StoredNews(database);
        news.store("/a", "2014-06-16T12:00:00Z", "John Kerry", "We are open to discussions with them", "Iran");
        news.run("""
                INSERT INTO quote (analysis_id, quote_id, article_id, quote_no, kind, text, spans, cue, speaker,
                    speaker_no, confidence, rule, context, search, current, dated_at)
                SELECT analysis_id, md5(i::text)::uuid, article_id, i, kind, repeat(text, 50), spans, cue, speaker,
                    speaker_no, confidence, rule, context, search, current, dated_at
                FROM quote, generate_series(1, ?) AS i""", MORE_THAN_BUFFERS_TAKE);
        List<Socket> stalled = new ArrayList<>();
        try {
            // Again, should the first of them have lost its place before the last had one.
            eventually().until(() -> {
                for (int i = 0; i < PLACES; i++) {
                    stalled.add(ask());
                }
                return status() == 503;
            });

            eventually().until(() -> status() == 200);
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }

    /** Of an export that is empty: it takes a place for a moment. */
    private static int status() {
        return given().get("/v1/exports/quotes?speaker=nobody").statusCode();
    }

    private static Socket ask() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("127.0.0.1", RestAssured.port));
        socket.getOutputStream()
                .write("GET /v1/exports/quotes HTTP/1.1\r\nHost: localhost\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    public static class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.idle-timeout", "5S");
        }
    }
}
