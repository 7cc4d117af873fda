package org.onrecord.api.access;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;

import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.api.Eventually.eventually;

/** However many large bodies come at a time, they fit in memory: of the tests, 32 MiB. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class LargeBodiesTest {

    private static final String HALF_OF_THE_LARGEST = "{\"text\": \"" + "x".repeat(5_000_000) + "\"}";

    @Test
    void whatDoesNotFitIsToComeAgain() throws IOException {
        List<Socket> begun = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                begun.add(begin(10_000_000));
            }

            eventually().until(() -> analyze(HALF_OF_THE_LARGEST).statusCode() == 503);
            Response refused = analyze(HALF_OF_THE_LARGEST);
            assertThat(refused.path("type").toString()).endsWith("/busy");
            assertThat(refused.header("Retry-After")).isNotNull();
            assertThat(problem(analyze("{\"text\": \"x\"}"))).isNotEqualTo("busy");
        } finally {
            for (Socket socket : begun) {
                socket.close();
            }
        }

        eventually().until(() -> !problem(analyze(HALF_OF_THE_LARGEST)).equals("busy"));
    }

    /** A body that is said to come, and does not. */
    private static Socket begin(int length) throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        socket.getOutputStream()
                .write(
                        ("POST /v1/analyze HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                                        + length + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static Response analyze(String body) {
        return given().contentType("application/json").body(body).post("/v1/analyze");
    }

    private static String problem(Response response) {
        String type = response.path("type");
        return type == null ? "" : type.substring(type.lastIndexOf('/') + 1);
    }
}
