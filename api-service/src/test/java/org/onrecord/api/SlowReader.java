package org.onrecord.api;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import io.restassured.RestAssured;

/** A client that asks and then reads no more than it is told to, so that what is written to it stays in the buffers. */
public final class SlowReader {

    private SlowReader() {}

    /** @param fields of the request's head, beside Host */
    public static Socket ask(String path, String... fields) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("127.0.0.1", RestAssured.port));
        String more = fields.length == 0 ? "" : String.join("\r\n", fields) + "\r\n";
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + more + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** The beginning of the answer, once it is there: {@code HTTP/1.1 200}. */
    public static String status(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }
}
