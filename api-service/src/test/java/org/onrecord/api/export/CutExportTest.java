package org.onrecord.api.export;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import org.onrecord.api.SlowReader;
import org.onrecord.api.StoredNews;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.api.Eventually.eventually;

/** An export that does not come to its end never looks as if it had. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
@TestProfile(CutExportTest.Short.class)
class CutExportTest {

    private static final String LAST_CHUNK = "\r\n0\r\n\r\n";

    @Inject
    DataSource database;

    @BeforeEach
    void manyQuotes() throws SQLException {
        new StoredNews(database).moreQuotesThanBuffersTake();
    }

    @Test
    void oneThatIsReadToItsEndHasItsLastChunk() throws IOException {
        try (Socket reader = ask("/v1/exports/quotes?speaker=nobody&format=csv")) {
            assertThat(rest(reader)).endsWith(LAST_CHUNK);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsonl", "csv"})
    void whoTakesAByteNowAndThenIsCutOff(String format) throws Exception {
        try (Socket reader = ask("/v1/exports/quotes?format=" + format)) {
            // It is alive, so that its connection is never idle; what it does not read in time is in the buffers.
            eventually()
                    .until(() -> reader.getInputStream().read() < 0
                            || given().get("/v1/exports/quotes?speaker=nobody").statusCode() == 200);

            assertThat(rest(reader)).doesNotEndWith(LAST_CHUNK);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsonl", "csv"})
    void oneWhoseDatabaseGoesAwayIsCutOff(String format) throws Exception {
        try (Socket reader = ask("/v1/exports/quotes?format=" + format);
                Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE state LIKE 'idle in transaction%' AND query LIKE '%speaker_name%'""");

            assertThat(rest(reader)).doesNotEndWith(LAST_CHUNK);
        }
    }

    /** Again, should the place of the one before not be given back yet. */
    private static Socket ask(String path) {
        return eventually().until(() -> begun(path), socket -> socket != null);
    }

    private static Socket begun(String path) throws IOException {
        Socket socket = SlowReader.ask(path);
        if (SlowReader.status(socket).equals("HTTP/1.1 200")) {
            return socket;
        }
        socket.close();
        return null;
    }

    /** Until the connection is closed or broken; of one that was answered whole, until nothing more comes. */
    private static String rest(Socket reader) throws IOException {
        StringBuilder text = new StringBuilder();
        byte[] some = new byte[1 << 16];
        try {
            InputStream in = reader.getInputStream();
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                text.append(new String(some, 0, read, StandardCharsets.ISO_8859_1));
                if (text.length() > LAST_CHUNK.length() && text.toString().endsWith(LAST_CHUNK)) {
                    break;
                }
            }
        } catch (IOException broken) {
            // As if it were closed.
        }
        return text.toString();
    }

    /** With times that a reader is over soon. */
    public static class Short implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "onrecord.exports.at-once", "1",
                    "onrecord.exports.patience", "3S",
                    "quarkus.http.idle-timeout", "1H");
        }
    }
}
