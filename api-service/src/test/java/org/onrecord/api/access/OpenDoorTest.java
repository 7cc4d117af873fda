package org.onrecord.api.access;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.onrecord.api.Eventually.eventually;

/** Where no keys are asked for, a page in a browser on this machine can still do nothing, and read nothing. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class OpenDoorTest {

    private static final String ID = "00000000-0000-3000-8000-000000000000";

    /** What a page reads that has its own name lead to this machine. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/quotes",
                "/q/metrics",
                "/q/openapi",
                "/q/swagger-ui/",
                "/q/health",
                "/q/health/ready",
                "/none"
            })
    void aReboundNameIsNotAnswered(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: evil.example:" + RestAssured.port + "\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 421")
                .contains("application/problem+json", "misdirected-request", "ONRECORD_HOSTS")
                .doesNotContain("evil.example");
    }

    @Test
    void aReboundNameDeletesNothing() throws IOException {
        assertThat(raw("DELETE /v1/articles/" + ID + " HTTP/1.1\r\nHost: evil.example\r\n"))
                .startsWith("HTTP/1.1 421");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "GET /v1/quotes HTTP/1.1                     | localhost                                     | 200",
                "GET /v1/quotes HTTP/1.1                     | LOCALHOST.:1                                  | 200",
                "GET /v1/quotes HTTP/1.1                     | [::1]:8080                                    | 200",
                "GET /v1/quotes HTTP/1.1                     | localhost.evil.example                        | 421",
                "GET /v1/quotes HTTP/1.1                     | 127.0.0.1.nip.io                              | 421",
                "GET /v1/quotes HTTP/1.1                     | 0.0.0.0:8080                                  | 421",
                "GET /v1/quotes HTTP/1.1                     | user@localhost                                | 400",
                "GET /v1/quotes HTTP/1.1                     | evil.example\\r\\nX-Forwarded-Host: localhost | 421",
                "GET /v1/quotes HTTP/1.1                     | evil.example\\r\\nForwarded: host=localhost   | 421",
                "GET /v1/quotes HTTP/1.1                     | localhost\\r\\nHost: localhost                | 400",
                "GET /v1/quotes HTTP/1.1                     | localhost\\r\\nHost: evil.example             | 400",
                "GET http://localhost:1/v1/quotes HTTP/1.1   | localhost                                     | 200",
                "GET http://evil.example/v1/quotes HTTP/1.1  | localhost                                     | 421",
                "GET http://localhost@evil.example/ HTTP/1.1 | localhost                                     | 421",
                "GET http://localhost/v1/quotes HTTP/1.1     | evil.example                                  | 421"
            })
    void whoAsksForItIsAnsweredAndNobodyElse(String line, String host, int status) throws IOException {
        assertThat(raw(line + "\r\nHost: " + host.replace("\\r\\n", "\r\n") + "\r\n"))
                .startsWith("HTTP/1.1 " + status);
    }

    @Test
    void withoutHostNothingIsAnswered() throws IOException {
        assertThat(raw("GET /v1/quotes HTTP/1.1\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "bad-request", "nosniff");
        assertThat(raw("GET /v1/quotes HTTP/1.0\r\n")).startsWith("HTTP/1.0 421");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/quotes, https://evil.example, cross-site, cors",
        "GET, /v1/quotes, , cross-site, no-cors",
        "GET, /v1/exports/quotes, , same-site, no-cors",
        "GET, /v1/stream, https://evil.example, cross-site, cors",
        "GET, /q/metrics, , cross-site, no-cors",
        "POST, /v1/articles, null, cross-site, navigate",
        "DELETE, /v1/articles/" + ID + ", http://localhost:3000, same-site, cors",
        "OPTIONS, /v1/articles, https://evil.example, cross-site, cors",
        "GET, /v1/quotes, https://evil.example, ,"
    })
    void aPageOfAnotherSiteIsRefused(String method, String path, String origin, String site, String mode) {
        answered(
                        method,
                        path,
                        with("Origin", origin, with("Sec-Fetch-Site", site, with("Sec-Fetch-Mode", mode, given()))))
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", endsWith("/foreign-page"))
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Methods", nullValue());
    }

    @Test
    void aLinkThatSomebodyFollowsIsAnswered() {
        given().header("Sec-Fetch-Site", "cross-site")
                .header("Sec-Fetch-Mode", "navigate")
                .header("Sec-Fetch-Dest", "document")
                .get("/q/swagger-ui/")
                .then()
                .statusCode(200);
    }

    @Test
    void thePageOfTheServiceItselfMayAsk() {
        given().header("Origin", "http://localhost:" + RestAssured.port)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Sec-Fetch-Mode", "cors")
                .get("/v1/quotes")
                .then()
                .statusCode(200);
    }

    /** A form, and a script that asks nobody, can send all of these; JSON it cannot. */
    @ParameterizedTest
    @CsvSource({
        "POST, /v1/articles",
        "POST, /v1/sources",
        "PATCH, /v1/sources/" + ID,
        "DELETE, /v1/sources/" + ID,
        "DELETE, /v1/articles/" + ID,
        "POST, /v1/extract",
        "POST, /v1/analyze",
        "PUT, /v1/none"
    })
    void aBodyThatIsNotSaidToBeJsonIsRefused(String method, String path) throws IOException {
        for (String type : new String[] {
            "",
            "Content-Type: text/plain\r\n",
            "Content-Type: application/x-www-form-urlencoded\r\n",
            "Content-Type: multipart/form-data; boundary=x\r\n",
            "Content-Type: application/json; charset=utf-16\r\n",
            "Content-Type: application/json\r\nContent-Type: text/plain\r\n",
            "Content-Type:\r\n"
        }) {
            for (String framing : new String[] {
                "Content-Length: 2\r\n\r\n{}", "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"
            }) {
                assertThat(sent(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + type
                                + framing))
                        .as(type)
                        .startsWith("HTTP/1.1 415")
                        .contains("application/problem+json", "unsupported-media-type");
            }
        }
    }

    @Test
    void whereItIsFoundIsAPathWhateverHostIsAskedFor() {
        eventually()
                .until(
                        () -> given().header("Host", "127.0.0.1:1")
                                .contentType("application/json; charset=UTF-8")
                                .body("{\"url\": \"https://courier.example/story\"}")
                                .post("/v1/articles"),
                        answer -> answer.statusCode() != 503)
                .then()
                .statusCode(202)
                .header("Location", matchesPattern("/v1/trace\\?request=[0-9a-f-]{36}"))
                .body("status", matchesPattern("/v1/trace\\?request=[0-9a-f-]{36}"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/quotes, 200",
        "/v1/quotes?limit=0, 400",
        "/v1/quotes/" + ID + ", 404",
        "/v1/none, 404",
        "/none, 404",
        "/q/openapi, 200",
        "/q/swagger-ui/, 200",
        "/q/metrics, 200",
        "/q/health/live, 200",
        "/v1/exports/quotes, 200"
    })
    void noAnswerIsGuessedAtFramedOrHandedOn(String path, int status) {
        given().get(path)
                .then()
                .statusCode(status)
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("X-Frame-Options", equalTo("DENY"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Cross-Origin-Resource-Policy", equalTo("same-origin"))
                .header("Referrer-Policy", equalTo("no-referrer"));
    }

    private static Response answered(String method, String path, RequestSpecification request) {
        return request.when().request(method, path);
    }

    private static RequestSpecification with(String name, String value, RequestSpecification request) {
        return value == null ? request : request.header(name, value);
    }

    /** What is answered to a head without body. */
    private static String raw(String head) throws IOException {
        return sent(head + "Connection: close\r\n\r\n");
    }

    private static String sent(String request) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
