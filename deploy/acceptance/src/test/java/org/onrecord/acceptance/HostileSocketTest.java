package org.onrecord.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.onrecord.local.Line;
import org.onrecord.local.ServiceProcess;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What nobody needs a key for: to open a connection and send bytes without end. It ends soon, and others are answered meanwhile. */
@ExtendWith(RunningLine.class)
class HostileSocketTest {

    /** More than the buffers of both ends of a connection hold, and far less than anybody would send who is let. */
    private static final int ENOUGH = 64 << 20;

    private static final String HOST = "Host: localhost\r\n";
    private static final byte[] PREFACE = ascii("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    private static final int SETTINGS = 4;
    private static final int HEADERS = 1;
    private static final int CONTINUATION = 9;

    @ParameterizedTest
    @ValueSource(strings = {"scraper-service", "nlp-service", "api-service"})
    void headersInHttp2WithoutEnd(String service, Line line) throws IOException {
        byte[] begin = joined(PREFACE, frame(SETTINGS, 0, new byte[0]), frame(HEADERS, 1, new byte[] {(byte) 0x82}));

        endsSoon(service(line, service), begin, frame(CONTINUATION, 1, new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scraper-service", "nlp-service", "api-service"})
    void anUpgradeToHttp2IsNotTaken(String service, Line line) throws IOException {
        byte[] upgrade = ascii("GET /q/health/live HTTP/1.1\r\n" + HOST
                + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n"
                + "GET /q/health/live HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n");
        try (Socket socket = connect(service(line, service))) {
            socket.getOutputStream().write(upgrade);

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"scraper-service", "nlp-service", "api-service"})
    void aLineWithoutEnd(String service, Line line) throws IOException {
        endsSoon(service(line, service), ascii("GET /"), ascii("a".repeat(1000)));
        endsSoon(service(line, service), ascii("GET / HTTP/1.1\r\n" + HOST + "A: "), ascii("a".repeat(1000)));
        endsSoon(service(line, service), ascii("GET / HTTP/1.1\r\n" + HOST), ascii("a: b\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scraper-service", "nlp-service", "api-service"})
    void aBodyWithoutEnd(String service, Line line) throws IOException {
        byte[] chunked = ascii("POST /v1/none HTTP/1.1\r\n" + HOST
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");

        endsSoon(service(line, service), joined(chunked, ascii("1;")), ascii("a".repeat(1000)));
        endsSoon(service(line, service), joined(chunked, ascii("0\r\n")), ascii("a: b\r\n"));
        endsSoon(
                service(line, service),
                chunked,
                ascii("1000\r\n" + "x".repeat(0x1000) + "\r\n"),
                // What a body of the largest size may have ten times is thrown away, so that its sender reads the
                // answer.
                4 * ENOUGH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scraper-service", "nlp-service", "api-service"})
    void requestsWhoseAnswersNobodyReads(String service, Line line) throws IOException {
        byte[] request = ascii("GET /q/openapi HTTP/1.1\r\n" + HOST + "\r\n");

        endsSoon(service(line, service), request, request);
    }

    private static void endsSoon(ServiceProcess service, byte[] begin, byte[] again) throws IOException {
        endsSoon(service, begin, again, ENOUGH);
    }

    private static void endsSoon(ServiceProcess service, byte[] begin, byte[] again, int most) throws IOException {
        byte[] many = repeated(again);
        try (Socket socket = connect(service)) {
            OutputStream out = socket.getOutputStream();
            out.write(begin);
            boolean ended = false;
            for (long sent = 0; sent < most && !ended; sent += many.length) {
                ended = !isTaken(out, many);
            }
            assertThat(ended).as("the service ends it").isTrue();
        }
        given().baseUri(service.origin().toString())
                .get("/q/health/live")
                .then()
                .statusCode(200);
    }

    private static boolean isTaken(OutputStream out, byte[] bytes) {
        try {
            out.write(bytes);
            return true;
        } catch (IOException ended) {
            return false;
        }
    }

    private static Socket connect(ServiceProcess service) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), service.origin().getPort());
    }

    private static ServiceProcess service(Line line, String name) {
        return switch (name) {
            case "scraper-service" -> line.scraper();
            case "nlp-service" -> line.nlp();
            default -> line.api();
        };
    }

    /** RFC 9113, section 4.1. */
    private static byte[] frame(int type, int stream, byte[] payload) {
        return ByteBuffer.allocate(9 + payload.length)
                .put((byte) 0)
                .putShort((short) payload.length)
                .put((byte) type)
                .put((byte) 0)
                .putInt(stream)
                .put(payload)
                .array();
    }

    private static byte[] repeated(byte[] bytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (all.size() < 1 << 16) {
            all.writeBytes(bytes);
        }
        return all.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
