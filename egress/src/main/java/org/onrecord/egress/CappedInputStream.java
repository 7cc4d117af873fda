package org.onrecord.egress;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends with an exception after a number of bytes, and remembers its first failure, which decoders may hide. */
final class CappedInputStream extends FilterInputStream {

    private long left;
    private IOException failure;

    CappedInputStream(InputStream in, long cap) {
        super(in);
        this.left = cap;
    }

    /** The first failure; null if there was none. */
    IOException failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            int n = in.read(buffer, offset, length);
            left -= Math.max(n, 0);
            if (left < 0) {
                throw new BodyReader.TooLargeException();
            }
            return n;
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }

    @Override
    public long skip(long n) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(n, 4096)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Leaves the connection open: a decoder must be closed for its memory, but whose the connection is closes it. */
    @Override
    public void close() {}
}
