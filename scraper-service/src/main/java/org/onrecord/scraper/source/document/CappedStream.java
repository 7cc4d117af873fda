package org.onrecord.scraper.source.document;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/**
 * Bytes of a file while they are unpacked, up to a cap: however small a file is, what it unpacks to may be without end. A file
 * that is cut short or broken ends there.
 */
final class CappedStream extends FilterInputStream {

    private final int cap;
    private long count;

    CappedStream(InputStream unpacked, int cap) {
        super(unpacked);
        this.cap = cap;
    }

    /** @throws RefusedDocumentException beyond the cap */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = unpacked(bytes, offset, length);
        count += Math.max(0, n);
        if (count > cap) {
            throw new RefusedDocumentException("unpacked, it is over %,d bytes".formatted(cap));
        }
        return n;
    }

    private int unpacked(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (EOFException | ZipException e) {
            return -1;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int n = read(one, 0, 1);
        return n < 0 ? n : one[0] & 0xFF;
    }

    @Override
    public long skip(long n) throws IOException {
        throw new UnsupportedOperationException("what is skipped would not be counted");
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
