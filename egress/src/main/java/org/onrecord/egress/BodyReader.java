package org.onrecord.egress;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private static final int MOST_CODINGS = 3;

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
        GZIP,
        DEFLATE,
        BROTLI
    }

    /**
     * What was read.
     *
     * @param brokenOff how the body ended before its end, if it did
     */
    record Body(byte[] bytes, Optional<String> brokenOff) {}

    /**
     * @param wire the body as it comes; left open
     * @param codings values of Content-Encoding, in lower case
     * @param unsaid whether a gzip file that is not said to be one is unpacked
     */
    Body read(InputStream wire, List<String> codings, boolean unsaid) throws IOException {
        List<Coding> order = codings(codings);
        Gathered body = gather(wire);
        share.arrived();
        Optional<String> brokenOff = body.broken.map(why -> "after %,d bytes: ".formatted(body.size) + why);
        if (order.isEmpty() && unsaid && body.isGzip()) {
            return gaveWhatArrived(brokenOff, unpackedIfGzip(body));
        }
        Gathered unpacked = body;
        for (Coding coding : order) {
            // Some say twice what they did once.
            boolean done = unpacked != body && coding == Coding.GZIP && !unpacked.isGzip();
            unpacked = done || unpacked.size == 0 ? unpacked : unpack(coding, unpacked);
        }
        return gaveWhatArrived(brokenOff, unpacked);
    }

    private static Body gaveWhatArrived(Optional<String> brokenOff, Gathered unpacked) {
        Optional<String> brokeInIt = unpacked.broken.map(why -> "after %,d bytes: ".formatted(unpacked.size) + why);
        return new Body(unpacked.bytes(), brokenOff.or(() -> brokeInIt));
    }

    private Gathered unpackedIfGzip(Gathered body) throws IOException {
        try {
            return unpack(Coding.GZIP, body);
        } catch (CodingException e) {
            return body;
        }
    }

    private Gathered unpack(Coding coding, Gathered packed) throws IOException {
        byte[] body = packed.bytes();
        int decoder = DECODER_BYTES + (coding == Coding.BROTLI ? BrotliWindow.bytes(body[0] & 0xFF) : 0);
        take(decoder);
        try (InputStream decoded = decode(coding, body)) {
            return gather(decoded);
        } catch (TooLargeException e) {
            throw e;
        } catch (IOException | IllegalStateException e) {
            if (packed.broken.isPresent()) {
                throw new IOException(packed.broken.get(), e);
            }
            throw new CodingException("the body is not what its Content-Encoding says", e);
        } finally {
            share.giveBack(packed.taken + decoder);
        }
    }

    /**
     * In the order in which they are taken off. What is no coding at all, such as the {@code utf-8} of some servers, is passed
     * over, as browsers do; one that is known and not asked for is a failure.
     */
    private static List<Coding> codings(List<String> fields) throws CodingException {
        List<Coding> order = new ArrayList<>();
        for (String name : String.join(",", fields).split(",")) {
            String word = name.split(";", 2)[0].strip();
            switch (word) {
                case "gzip", "x-gzip" -> order.addFirst(Coding.GZIP);
                case "deflate" -> order.addFirst(Coding.DEFLATE);
                case "br" -> order.addFirst(Coding.BROTLI);
                case "zstd", "compress", "x-compress", "exi", "pack200-gzip", "dcb", "dcz", "bzip2", "xz", "lzma" ->
                    throw new CodingException("content coding " + word, null);
                default -> {}
            }
        }
        if (order.size() > MOST_CODINGS) {
            throw new CodingException("more than %d content codings, one upon the other".formatted(MOST_CODINGS), null);
        }
        return order;
    }

    private static InputStream decode(Coding coding, byte[] body) throws IOException {
        InputStream in = new ByteArrayInputStream(body);
        return switch (coding) {
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
        /** Why there is no more of it, if there should be. */
        private Optional<String> broken = Optional.empty();

        boolean isGzip() {
            byte[] first = full.isEmpty() ? last : full.getFirst();
            return size > 2 && first[0] == 0x1f && first[1] == (byte) 0x8b;
        }

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

    /** Of what breaks off after its beginning, the beginning. */
    private Gathered gather(InputStream in) throws IOException {
        Gathered body = new Gathered();
        while (true) {
            int n = next(in, body);
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

    private static int next(InputStream in, Gathered body) throws IOException {
        try {
            return in.read(body.last, body.lastLength, body.last.length - body.lastLength);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException | IllegalStateException e) {
            if (body.size == 0) {
                throw e;
            }
            body.broken = Optional.of(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
            return -1;
        }
    }

    private void take(int bytes) throws IOException {
        if (!share.takeAtOnce(bytes)) {
            watch.except(() -> share.take(bytes));
        }
    }
}
