package org.onrecord.api.export;

import java.io.IOException;
import java.net.Socket;
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

import org.onrecord.api.SlowReader;
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

    @Inject
    DataSource database;

    @Test
    void whoTakesNothingLosesThePlace() throws SQLException, IOException {
        new StoredNews(database).moreQuotesThanBuffersTake();
        List<Socket> stalled = new ArrayList<>();
        try {
            // Again, should the first of them have lost its place before the last had one.
            eventually().until(() -> {
                for (int i = 0; i < PLACES; i++) {
                    stalled.add(SlowReader.ask("/v1/exports/quotes"));
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

    public static class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.idle-timeout", "5S");
        }
    }
}
