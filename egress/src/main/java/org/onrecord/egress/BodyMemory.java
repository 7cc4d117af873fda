package org.onrecord.egress;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Bounds what the bodies of all fetches take in memory together, however many are under way. A body takes its share as
 * it comes in, not before, so that a host that hangs or drips takes next to nothing; when there is no memory left, the
 * reading waits. Thread-safe.
 *
 * <p>No two bodies wait for each other for ever: one at a time may overdraw, by no more than what one body takes. No slow
 * host keeps the others waiting: while somebody waits, the body that has not grown for some seconds is broken off.
 */
public final class BodyMemory {

    /** What a body may take without asking, so that thousands that hang or drip do not use the memory up. */
    static final int UNASKED_BYTES = 4 << 10;

    private static final int UNIT = 1 << 10;
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Semaphore free;
    private final Duration stalled;
    private final AtomicReference<Share> overdrawn = new AtomicReference<>();
    private final Set<Share> onTheWay = ConcurrentHashMap.newKeySet();

    /** @param bytes for all bodies together; one more may be read beyond it */
    public BodyMemory(long bytes) {
        this(bytes, Duration.ofSeconds(2));
    }

    /** @param stalled how long a body may not grow while others wait for memory */
    BodyMemory(long bytes, Duration stalled) {
        if (bytes < UNIT || bytes / UNIT > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("memory for bodies of " + bytes + " bytes");
        }
        this.free = new Semaphore((int) (bytes / UNIT), true);
        this.stalled = stalled;
    }

    /** For one body; whoever opens it closes it when the body is not needed any more. */
    public Share share() {
        return new Share();
    }

    /** Bytes that are free at the moment. */
    public long freeBytes() {
        return (long) free.availablePermits() * UNIT;
    }

    private static int units(int bytes) {
        return (bytes + UNIT - 1) / UNIT;
    }

    private void breakOffSlowest() {
        long now = System.nanoTime();
        onTheWay.stream()
                .filter(share -> share.held > 0 && now - share.grown > stalled.toNanos())
                .max(Comparator.comparingInt(share -> share.held))
                .ifPresent(Share::breakOff);
    }

    /** What one body holds. For one thread, but for what is said otherwise. */
    public final class Share implements AutoCloseable {

        private volatile int held;
        private volatile long grown;
        private volatile boolean brokenOff;
        private Runnable stop = () -> {};

        private Share() {}

        /** The body begins to come in. */
        void begin(Runnable stop) {
            this.stop = stop;
            grown = System.nanoTime();
            onTheWay.add(this);
        }

        /** The network is not waited for any more. */
        void arrived() {
            onTheWay.remove(this);
        }

        /** Whether it was broken off, since others waited and it stood still. */
        boolean brokenOff() {
            return brokenOff;
        }

        /** Takes more if there is as much; whether it did. */
        boolean takeAtOnce(int bytes) {
            boolean free = BodyMemory.this.free.tryAcquire(units(bytes));
            if (free) {
                took(units(bytes));
            }
            return free;
        }

        /**
         * Takes more; waits until there is as much.
         *
         * @throws InterruptedIOException if the thread was interrupted
         */
        void take(int bytes) throws InterruptedIOException {
            boolean waitsForNetwork = onTheWay.remove(this);
            try {
                await(units(bytes));
            } finally {
                if (waitsForNetwork) {
                    onTheWay.add(this);
                }
            }
        }

        private void await(int units) throws InterruptedIOException {
            while (!takenWithin(units)) {
                if (overdrawn.get() == this || overdrawn.compareAndSet(null, this)) {
                    grown = System.nanoTime();
                    return;
                }
                breakOffSlowest();
            }
        }

        private boolean takenWithin(int units) throws InterruptedIOException {
            try {
                if (overdrawn.get() != this && free.tryAcquire(units, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    took(units);
                    return true;
                }
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while waiting for memory");
            }
        }

        private void took(int units) {
            held += units;
            grown = System.nanoTime();
        }

        /** Gives back what it took and needs no more, such as the packed form of what is unpacked. */
        void giveBack(int bytes) {
            int units = Math.min(held, units(bytes));
            held -= units;
            free.release(units);
        }

        private void breakOff() {
            brokenOff = true;
            onTheWay.remove(this);
            stop.run();
        }

        /** The body is not needed any more. */
        @Override
        public void close() {
            arrived();
            free.release(held);
            held = 0;
            overdrawn.compareAndSet(this, null);
        }
    }
}
