package org.onrecord.benchmarks.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** What a site answers to a request, byte by byte: it need be no HTTP at all. */
@FunctionalInterface
interface Answer {

    /** @param host the address that was asked, with its port */
    void write(String host, OutputStream out) throws IOException, InterruptedException;

    Answer NOT_FOUND = (host, out) -> out.write(ascii("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n"));

    static Answer html(byte[] body) {
        return of("Content-Type: text/html; charset=utf-8", body);
    }

    /** @param headers one a line, without the last line end; Content-Length is added */
    static Answer of(String headers, byte[] body) {
        return (host, out) -> {
            out.write(head(headers + "\r\nContent-Length: " + body.length));
            out.write(body);
        };
    }

    /** A body of gzip that begins with some bytes and goes on with one piece many times. */
    static Answer gzip(String type, String begin, String piece, int megabytes) {
        byte[] packed = packed(begin, piece, megabytes);
        return of("Content-Encoding: gzip\r\nContent-Type: " + type, packed);
    }

    static byte[] packed(String begin, String piece, int megabytes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] block = piece.repeat(Math.max(1, (1 << 16) / piece.length())).getBytes(StandardCharsets.UTF_8);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(begin.getBytes(StandardCharsets.UTF_8));
            for (long written = 0; written < (long) megabytes << 20; written += block.length) {
                gzip.write(block);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    static Answer redirect(String to) {
        return (host, out) -> out.write(ascii("HTTP/1.1 302 Found\r\nLocation: " + to.replace("HOST", host)
                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
    }

    /** Some bytes, then the same ones again and again until the other side hangs up, with a pause between. */
    static Answer endless(String begin, String piece, long pauseMillis) {
        return (host, out) -> {
            out.write(ascii(begin));
            byte[] bytes = ascii(piece);
            while (true) {
                out.write(bytes);
                out.flush();
                if (pauseMillis > 0) {
                    TimeUnit.MILLISECONDS.sleep(pauseMillis);
                }
            }
        };
    }

    static byte[] head(String headers) {
        return ascii("HTTP/1.1 200 OK\r\nConnection: close\r\n" + headers + "\r\n\r\n");
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
