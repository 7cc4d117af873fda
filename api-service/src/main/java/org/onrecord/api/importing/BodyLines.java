package org.onrecord.api.importing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The lines of a body, plain or packed by gzip, one at a time: of a line that is too long its beginning is not kept. */
final class BodyLines {
    private static final int BUFFER = 64 << 10;
    /** Of a body, unpacked: what packs little may unpack to anything. */
    static final long MOST_BYTES = 8L << 30;

    private final InputStream in;
    private final int longest;
    private long number;
    private long left = MOST_BYTES;

    /**
     * @param longest most bytes of a line
     * @throws IOException if it cannot be read, or is no gzip though it begins as one
     */
    BodyLines(InputStream body, int longest) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(body, BUFFER);
        this.in = isGzip(buffered) ? new BufferedInputStream(new GZIPInputStream(buffered, BUFFER), BUFFER) : buffered;
        this.longest = longest;
    }

    /** The body has more bytes than are taken of one. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** A line by its number, from 1. */
    sealed interface Line {
        long number();

        record Whole(long number, String text) implements Line {}

        record Unreadable(long number, String why) implements Line {}
    }

    private static boolean isGzip(BufferedInputStream body) throws IOException {
        body.mark(2);
        boolean packed = body.read() == 0x1f && body.read() == 0x8b;
        body.reset();
        return packed;
    }

    /**
     * The next one that is not blank.
     *
     * @throws TooLargeException if there is more of it than is taken
     * @throws IOException if the body ended before its end
     */
    Optional<Line> next() throws IOException {
        while (true) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long length = 0;
            int octet = in.read();
            if (octet < 0) {
                return Optional.empty();
            }
            for (; octet >= 0 && octet != '\n'; octet = in.read()) {
                length++;
                if (--left < 0) {
                    throw new TooLargeException();
                }
                if (length <= longest) {
                    line.write(octet);
                }
            }
            number++;
            if (length > longest) {
                return Optional.of(
                        new Line.Unreadable(number, "%,d bytes; a line has at most %,d".formatted(length, longest)));
            }
            Optional<Line> read = read(line.toByteArray());
            if (read.isPresent()) {
                return read;
            }
        }
    }

    private Optional<Line> read(byte[] line) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString()
                    .strip();
            // A mark of the byte order is none of the line's.
            String bare = number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
            return bare.isEmpty() ? Optional.empty() : Optional.of(new Line.Whole(number, bare));
        } catch (CharacterCodingException e) {
            return Optional.of(new Line.Unreadable(number, "not UTF-8"));
        }
    }
}
