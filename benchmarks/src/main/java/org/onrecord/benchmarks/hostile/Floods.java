package org.onrecord.benchmarks.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a client does to the API's connections. */
final class Floods {
    private static final Duration LASTS = Duration.ofSeconds(4);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(20);
    private static final String BODY = "{\"url\":\"http://127.0.0.1:1/\"}";

    private static final byte[] PREFACE = ascii("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    private static final int HEADERS = 1;
    private static final int RESET = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int CONTINUATION = 9;
    private static final int END_OF_HEADERS = 4;
    private static final int END_OF_STREAM = 1;
    /** GET, http, / by the static table of RFC 7541. */
    private static final byte[] GET = {(byte) 0x82, (byte) 0x86, (byte) 0x84};

    private Floods() {}

    static List<Attack> attacks() {
        return List.of(
                new Attack("flood, 600 streams", siege -> held(siege, 600, get("/v1/stream"), true)),
                new Attack("flood, 60 exports unread", siege -> held(siege, 60, get("/v1/exports/quotes"), false)),
                new Attack(
                        "flood, 300 halves of requests",
                        siege -> held(siege, 300, "GET /v1/quotes HTTP/1.1\r\nHost: a", false)),
                new Attack(
                        "flood, 200 halves of bodies",
                        siege -> held(siege, 200, post(siege, 9_000_000, "{\"url\":\""), false)),
                new Attack(
                        "flood, requests in a row",
                        siege -> pushed(siege, get("/v1/quotes?limit=100").getBytes(StandardCharsets.US_ASCII))),
                new Attack(
                        "flood, an endless header",
                        siege -> pushed(siege, ascii("GET / HTTP/1.1\r\nX-A: "), ascii("a".repeat(10_000)))),
                new Attack(
                        "flood, endless headers",
                        siege -> pushed(siege, ascii("GET / HTTP/1.1\r\n"), ascii("X-A: b\r\n".repeat(1_000)))),
                new Attack("flood, an endless line", siege -> pushed(siege, ascii("GET /"), ascii("a".repeat(10_000)))),
                new Attack(
                        "flood, an endless body",
                        siege -> pushed(siege, ascii(chunked(siege)), ascii("3E8\r\n" + "a".repeat(1_000) + "\r\n"))),
                new Attack(
                        "flood, an endless extension",
                        siege -> pushed(siege, ascii(chunked(siege) + "1;"), ascii("a=b;".repeat(1_000)))),
                new Attack(
                        "flood, CONTINUATION",
                        siege -> pushed(
                                siege,
                                joined(
                                        PREFACE,
                                        frame(SETTINGS, 0, 0, new byte[0]),
                                        frame(HEADERS, END_OF_STREAM, 1, GET)),
                                frame(CONTINUATION, 0, 1, new byte[0]))),
                new Attack(
                        "flood, CONTINUATION with headers",
                        siege -> pushed(
                                siege,
                                joined(
                                        PREFACE,
                                        frame(SETTINGS, 0, 0, new byte[0]),
                                        frame(HEADERS, END_OF_STREAM, 1, GET)),
                                frame(CONTINUATION, 0, 1, ascii("\0\u0003x-a\u0001b".repeat(100))))),
                new Attack("flood, rapid reset", Floods::resets),
                new Attack("flood, settings", siege -> pushed(siege, PREFACE, frame(SETTINGS, 0, 0, new byte[0]))),
                new Attack(
                        "flood, pings",
                        siege -> pushed(
                                siege,
                                joined(PREFACE, frame(SETTINGS, 0, 0, new byte[0])),
                                frame(PING, 0, 0, new byte[8]))),
                refused("no type of the body", siege -> post(siege, "", host(siege))),
                refused("a form's type of the body", siege -> post(siege, "Content-Type: text/plain\r\n", host(siege))),
                refused("a foreign host", siege -> post(siege, JSON_TYPE, "Host: evil.example\r\n")),
                refused(
                        "a foreign origin",
                        siege -> post(siege, JSON_TYPE + "Origin: http://evil.example\r\n", host(siege))),
                refused(
                        "a foreign site",
                        siege -> post(siege, JSON_TYPE + "Sec-Fetch-Site: cross-site\r\n", host(siege))),
                refused(
                        "a foreign host that reads",
                        siege -> "GET /v1/quotes HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"));
    }

    private static final String JSON_TYPE = "Content-Type: application/json\r\n";

    private interface Request {
        String to(Siege siege);
    }

    /** One request that a page in somebody's browser may have made: whoever answers it with 2xx is taken in. */
    private static Attack refused(String name, Request request) {
        return new Attack("browser, " + name, siege -> {
            try (Socket socket = connect(siege)) {
                socket.getOutputStream().write(ascii(request.to(siege)));
                String status = status(socket);
                if (status.startsWith("2")) {
                    throw new IOException("answered " + status);
                }
                return status;
            }
        });
    }

    /** Opens connections that send something and take nothing, and holds them for a while. */
    private static String held(Siege siege, int connections, String request, boolean read)
            throws IOException, InterruptedException {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < connections; i++) {
                Socket socket = connect(siege);
                sockets.add(socket);
                socket.getOutputStream()
                        .write(ascii(request.replace("HOST", siege.api().getAuthority())));
            }
            int taken = 0;
            for (Socket socket : sockets) {
                if (read && status(socket).startsWith("200")) {
                    taken++;
                }
            }
            TimeUnit.NANOSECONDS.sleep(LASTS.toNanos());
            return sockets.size() + " held" + (read ? ", " + taken + " answered 200" : "");
        } catch (SocketException refused) {
            return "refused after " + sockets.size();
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private static String pushed(Siege siege, byte[] piece) throws IOException {
        return pushed(
                siege,
                new byte[0],
                new String(piece, StandardCharsets.US_ASCII)
                        .replace("HOST", siege.api().getAuthority())
                        .getBytes(StandardCharsets.US_ASCII));
    }

    /** Sends a beginning, then one piece again and again, and reads nothing, until the other side hangs up. */
    private static String pushed(Siege siege, byte[] begin, byte[] piece) throws IOException {
        long end = System.nanoTime() + LASTS.toNanos();
        long pieces = 0;
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        int together = Math.max(1, 16_384 / piece.length);
        for (int i = 0; i < together; i++) {
            many.writeBytes(piece);
        }
        try (Socket socket = connect(siege)) {
            Thread closer = closeAt(socket, end);
            OutputStream out = socket.getOutputStream();
            out.write(begin);
            while (System.nanoTime() < end) {
                out.write(many.toByteArray());
                pieces += together;
            }
            closer.interrupt();
            return pieces + " pieces taken, never hung up";
        } catch (SocketException hungUp) {
            return (System.nanoTime() < end ? "hung up after " : "blocked after ") + pieces + " pieces";
        }
    }

    /** A write that nobody takes blocks for ever. */
    private static Thread closeAt(Socket socket, long end) {
        return Thread.ofVirtual().start(() -> {
            try {
                TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
                socket.close();
            } catch (IOException | InterruptedException ended) {
                // Nothing is left to close.
            }
        });
    }

    private static String resets(Siege siege) throws IOException {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (int stream = 1; stream < 200_000; stream += 2) {
            frames.writeBytes(frame(HEADERS, END_OF_STREAM | END_OF_HEADERS, stream, GET));
            frames.writeBytes(frame(RESET, 0, stream, new byte[] {0, 0, 0, 8}));
        }
        return pushed(siege, joined(PREFACE, frame(SETTINGS, 0, 0, new byte[0])), frames.toByteArray());
    }

    private static String status(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        try {
            byte[] line = in.readNBytes("HTTP/1.1 200".length());
            return new String(line, StandardCharsets.US_ASCII).replace("HTTP/1.1 ", "");
        } catch (SocketTimeoutException silent) {
            return "no answer";
        }
    }

    private static Socket connect(Siege siege) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), siege.api().getPort());
        socket.setSoTimeout((int) ANSWERS_WITHIN.toMillis());
        return socket;
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: HOST\r\n\r\n";
    }

    private static String host(Siege siege) {
        return "Host: " + siege.api().getAuthority() + "\r\n";
    }

    private static String post(Siege siege, String type, String host) {
        return "POST /v1/articles HTTP/1.1\r\n" + host + type + "Connection: close\r\nContent-Length: " + BODY.length()
                + "\r\n\r\n" + BODY;
    }

    private static String post(Siege siege, int length, String begin) {
        return "POST /v1/articles HTTP/1.1\r\n" + host(siege) + JSON_TYPE + "Content-Length: " + length + "\r\n\r\n"
                + begin;
    }

    private static String chunked(Siege siege) {
        return "POST /v1/articles HTTP/1.1\r\n" + host(siege) + JSON_TYPE + "Transfer-Encoding: chunked\r\n\r\n";
    }

    /** RFC 9113, section 4.1. */
    private static byte[] frame(int type, int flags, int stream, byte[] payload) {
        byte[] head = {
            (byte) (payload.length >> 16),
            (byte) (payload.length >> 8),
            (byte) payload.length,
            (byte) type,
            (byte) flags,
            (byte) (stream >> 24),
            (byte) (stream >> 16),
            (byte) (stream >> 8),
            (byte) stream
        };
        return joined(head, payload);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
