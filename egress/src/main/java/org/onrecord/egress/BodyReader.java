package org.onrecord.egress;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

import org.brotli.dec.BrotliInputStream;

/**
 * Reads a body to its end or to the cap, whichever comes first, on the wire and after decompression. It is unpacked once it
 * has come in whole, so that no decoder waits for a slow host.
 */
final class BodyReader {

    /** The codings that are asked for and can be read. */
    static final String ACCEPT_ENCODING = "gzip, deflate, br";

    private static final int FIRST_CHUNK = BodyMemory.UNASKED_BYTES;
    private static final int LARGEST_CHUNK = 256 << 10;
    /** Of a decoder without its window, or with one of no more than 32 KiB. */
    private static final int DECODER_BYTES = 64 << 10;

    private static final int DECODER_BUFFER = 8 << 10;

    private final int cap;
    private final BodyMemory.Share share;
    private final Watchdog.Watch watch;

    /**
     * @param cap most bytes, both of the wire and decoded
     * @param share pays for what is kept
     * @param watch stands still while memory is waited for
     */
    BodyReader(int cap, BodyMemory.Share share, Watchdog.Watch watch) {
        this.cap = cap;
        this.share = share;
        this.watch = watch;
    }

    /** The body exceeds the cap. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** The body cannot be decoded. */
    static final class CodingException extends IOException {
        private static final long serialVersionUID = 1L;

        CodingException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Which decoder a body wants. */
    private enum Coding {
        IDENTITY,
        GZIP,
        DEFLATE,
        BROTLI
    }

    /**
     * @param wire the body as it comes; left open
     * @param codings values of Content-Encoding, in lower case
     */
    byte[] read(InputStream wire, List<String> codings) throws IOException {
        Coding coding = coding(String.join(",", codings));
        Gathered packed = gather(wire);
        share.arrived();
        if (coding == Coding.IDENTITY || packed.size == 0) {
            return packed.bytes();
        }
        byte[] body = packed.bytes();
        int decoder = DECODER_BYTES + (coding == Coding.BROTLI ? BrotliWindow.bytes(body[0] & 0xFF) : 0);
        take(decoder);
        try (InputStream decoded = decode(coding, body)) {
            return gather(decoded).bytes();
        } catch (TooLargeException e) {
            throw e;
        } catch (IOException | IllegalStateException e) {
            throw new CodingException("the body is not what its Content-Encoding says", e);
        } finally {
            share.giveBack(packed.taken + decoder);
        }
    }

    private static Coding coding(String name) throws CodingException {
        return switch (name) {
            case "", "identity" -> Coding.IDENTITY;
            case "gzip", "x-gzip" -> Coding.GZIP;
            case "deflate" -> Coding.DEFLATE;
            case "br" -> Coding.BROTLI;
            default -> throw new CodingException("content coding " + HostSpelling.printable(name), null);
        };
    }

    private static InputStream decode(Coding coding, byte[] body) throws IOException {
        InputStream in = new ByteArrayInputStream(body);
        return switch (coding) {
            case IDENTITY -> in;
            case GZIP -> new GZIPInputStream(in, DECODER_BUFFER);
            case DEFLATE -> inflate(in, body[0]);
            case BROTLI -> new BrotliInputStream(in, DECODER_BUFFER);
        };
    }

    /** RFC 9110 8.4.1.2 means zlib by "deflate"; some servers send the bare stream, which hardly starts with 0x78. */
    private static InputStream inflate(InputStream in, int first) {
        Inflater inflater = new Inflater(first != 0x78);
        return new InflaterInputStream(in, inflater, DECODER_BUFFER) {
            @Override
            public void close() throws IOException {
                super.close();
                inflater.end();
            }
        };
    }

    /** Pieces of a body in their order. */
    private static final class Gathered {
        private final List<byte[]> full = new ArrayList<>();
        private byte[] last = new byte[FIRST_CHUNK];
        private int lastLength;
        private int size;
        private int taken;

        byte[] bytes() {
            byte[] whole = new byte[size];
            int at = 0;
            for (byte[] chunk : full) {
                System.arraycopy(chunk, 0, whole, at, chunk.length);
                at += chunk.length;
            }
            System.arraycopy(last, 0, whole, at, lastLength);
            return whole;
        }
    }

    private Gathered gather(InputStream in) throws IOException {
        Gathered body = new Gathered();
        while (true) {
            int n = in.read(body.last, body.lastLength, body.last.length - body.lastLength);
            if (n < 0) {
                return body;
            }
            body.lastLength += n;
            body.size += n;
            if (body.size > cap) {
                throw new TooLargeException();
            }
            if (body.lastLength == body.last.length) {
                int more = Math.clamp(body.size, FIRST_CHUNK, LARGEST_CHUNK);
                take(more);
                body.taken += more;
                body.full.add(body.last);
                body.last = new byte[more];
                body.lastLength = 0;
            }
        }
    }

    private void take(int bytes) throws IOException {
        if (!share.takeAtOnce(bytes)) {
            watch.except(() -> share.take(bytes));
        }
    }
}
