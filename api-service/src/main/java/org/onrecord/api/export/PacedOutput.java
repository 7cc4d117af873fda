package org.onrecord.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Passes bytes on, and knows whether their reader takes them too slowly: only the time counts that was spent in waiting for the
 * reader, not what the database takes. One thread writes, any may ask.
 */
final class PacedOutput extends OutputStream {

    /** Slower than any line that somebody would have an export on. */
    static final int BYTES_PER_SECOND = 16 << 10;

    private static final long NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

    private final OutputStream out;
    private final Duration patience;
    private final Duration timeLimit;
    private final long startedAt = System.nanoTime();
    /** What its reader has taken longer than the slowest line; nothing is saved up by one who was fast before. */
    private long behindNanos;

    private boolean isWriting;
    private long writingSince;
    private boolean isCut;

    /**
     * @param patience how long its reader may take beside what a slow line takes
     * @param timeLimit how long all of it may take
     */
    PacedOutput(OutputStream out, Duration patience, Duration timeLimit) {
        this.out = out;
        this.patience = patience;
        this.timeLimit = timeLimit;
    }

    /** Whether it has taken too long in all, or its reader takes too little. */
    synchronized boolean isTooSlow() {
        long now = System.nanoTime();
        long behind = behindNanos + (isWriting ? now - writingSince : 0);
        return now - startedAt > timeLimit.toNanos() || behind > patience.toNanos();
    }

    /** Ends the next write, and every one after it, with an exception. To be called when its connection is closed. */
    synchronized void cut() {
        isCut = true;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] some, int offset, int length) throws IOException {
        begin();
        try {
            out.write(some, offset, length);
        } finally {
            end(length);
        }
    }

    @Override
    public void flush() throws IOException {
        begin();
        try {
            out.flush();
        } finally {
            end(0);
        }
    }

    private synchronized void begin() throws IOException {
        if (isCut) {
            throw new IOException("its time is over");
        }
        isWriting = true;
        writingSince = System.nanoTime();
    }

    private synchronized void end(int length) {
        isWriting = false;
        long taken = System.nanoTime() - writingSince;
        long allowed = length * NANOS_PER_SECOND / BYTES_PER_SECOND;
        behindNanos = Math.max(0, behindNanos + taken - allowed);
    }
}
