package org.onrecord.egress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

import org.brotli.dec.BrotliInputStream;

/** Reads a body to its end or to the cap, whichever comes first, on the wire and after decompression. */
final class BodyReader {

    /** The codings that are asked for and can be read. */
    static final String ACCEPT_ENCODING = "gzip, deflate, br";

    private static final int CHUNK = 16 << 10;

    private BodyReader() {}

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

    /**
     * @param wire the body as it comes
     * @param codings values of Content-Encoding, in lower case
     * @param cap most bytes, both of the wire and decoded
     */
    static byte[] read(InputStream wire, List<String> codings, int cap) throws IOException {
        CappedInputStream capped = new CappedInputStream(wire, cap);
        try (InputStream decoded = decode(capped, codings)) {
            return readAll(decoded, cap);
        } catch (TooLargeException | CodingException e) {
            throw e;
        } catch (IOException | IllegalStateException e) {
            // Decoders wrap or replace what the connection threw: its own trouble is not the coding's.
            if (capped.failure() != null) {
                throw capped.failure();
            }
            throw new CodingException("the body is not what its Content-Encoding says", e);
        }
    }

    private static InputStream decode(InputStream in, List<String> codings) throws IOException {
        String coding = String.join(",", codings);
        if (coding.isEmpty() || coding.equals("identity")) {
            return in;
        }
        PushbackInputStream peekable = new PushbackInputStream(in, 1);
        int first = peekable.read();
        if (first < 0) {
            return peekable;
        }
        peekable.unread(first);
        return switch (coding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(peekable, CHUNK);
            case "deflate" -> inflate(peekable, first);
            case "br" -> new BrotliInputStream(peekable, CHUNK);
            default -> throw new CodingException("content coding " + HostSpelling.printable(coding), null);
        };
    }

    /** RFC 9110 8.4.1.2 means zlib by "deflate"; some servers send the bare stream, which hardly starts with 0x78. */
    private static InputStream inflate(InputStream in, int first) {
        Inflater inflater = new Inflater(first != 0x78);
        return new InflaterInputStream(in, inflater, CHUNK) {
            @Override
            public void close() throws IOException {
                super.close();
                inflater.end();
            }
        };
    }

    private static byte[] readAll(InputStream in, int cap) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            if (out.size() + n > cap) {
                throw new TooLargeException();
            }
            out.write(chunk, 0, n);
        }
        return out.toByteArray();
    }
}
