package org.onrecord.egress;

import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Bounds what the bodies of all fetches take in memory together, however many are under way. A body takes its share as
 * it comes in, not before, so that a host that hangs or drips takes next to nothing; when there is no memory left, the
 * reading waits. Thread-safe.
 *
 * <p>No two bodies wait for each other for ever: one at a time may overdraw, by no more than what one body takes. No slow
 * host keeps the others waiting: while somebody waits, the body that has not grown for some seconds is broken off.
 *
 * <p>The bodies of one domain have a third of the memory together, and one of them as much beyond it as it takes. The next waits
 * until one of its own domain is not needed any more, and is broken off when that takes long.
 */
public final class BodyMemory {

    /** What a body may take without asking, so that thousands that hang or drip do not use the memory up. */
    static final int UNASKED_BYTES = 4 << 10;

    private static final int UNIT = 1 << 10;
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final int all;
    private final Semaphore free;
    private final Function<URI, String> domainOf;
    private final Duration stalled;
    private final Duration patienceWithDomain;
    private final AtomicReference<Share> overdrawn = new AtomicReference<>();
    private final Set<Share> onTheWay = ConcurrentHashMap.newKeySet();
    private final Map<String, Domain> domains = new ConcurrentHashMap<>();

    /** The same where each host and port is a domain of its own. */
    public BodyMemory(long bytes) {
        this(bytes, URI::getRawAuthority);
    }

    /**
     * @param bytes for all bodies together; one more may be read beyond it
     * @param domainOf names who has to share with whom, by the URL that answers
     */
    public BodyMemory(long bytes, Function<URI, String> domainOf) {
        this(bytes, domainOf, Duration.ofSeconds(2), Duration.ofSeconds(30));
    }

    /**
     * @param stalled how long a body may not grow while others wait for memory
     * @param patienceWithDomain how long a body waits for others of its domain
     */
    BodyMemory(long bytes, Function<URI, String> domainOf, Duration stalled, Duration patienceWithDomain) {
        if (bytes < UNIT || bytes / UNIT > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("memory for bodies of " + bytes + " bytes");
        }
        this.all = (int) (bytes / UNIT);
        this.free = new Semaphore(all, true);
        this.domainOf = domainOf;
        this.stalled = stalled;
        this.patienceWithDomain = patienceWithDomain;
    }

    /** For one body; whoever opens it closes it when the body is not needed any more. */
    public Share share() {
        return new Share();
    }

    /** Who has to share with whom: the owner of a URL. */
    String domainOf(URI url) {
        return domainOf.apply(url);
    }

    /** Bytes that are free at the moment. */
    public long freeBytes() {
        return (long) free.availablePermits() * UNIT;
    }

    /** Waits for a moment. */
    private static boolean acquired(Semaphore free, int units) throws InterruptedIOException {
        try {
            return free.tryAcquire(units, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for memory");
        }
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

    /** What the bodies of one domain may still take together. */
    private final class Domain {
        private final String name;
        private final Semaphore free = new Semaphore(all / 3, true);
        private final AtomicReference<Share> beyond = new AtomicReference<>();
        /** Its bodies; changed within the map alone. */
        private int shares;

        Domain(String name) {
            this.name = name;
        }
    }

    private Domain join(String name) {
        return domains.compute(name, (same, known) -> {
            Domain domain = known == null ? new Domain(name) : known;
            domain.shares++;
            return domain;
        });
    }

    private void leave(Domain domain) {
        domains.computeIfPresent(domain.name, (name, known) -> known == domain && --known.shares == 0 ? null : known);
    }

    /** What one body holds. For one thread, but for what is said otherwise. */
    public final class Share implements AutoCloseable {

        private volatile int held;
        private volatile long grown;
        private volatile boolean brokenOff;
        private Runnable stop = () -> {};
        /** Nobody else's before anything came in. */
        private Domain domain = new Domain("");

        private int heldOfDomain;

        private Share() {}

        /**
         * The body begins to come in.
         *
         * @param url that it comes from
         * @param stop breaks it off
         */
        void begin(URI url, Runnable stop) {
            this.stop = stop;
            String name = domainOf.apply(url);
            if (!name.equals(domain.name)) {
                leaveDomain();
                domain = join(name);
            }
            grown = System.nanoTime();
            onTheWay.add(this);
        }

        /** The network is not waited for any more. */
        void arrived() {
            onTheWay.remove(this);
        }

        /** Whether it was broken off: others waited and it stood still, or its domain has too much for long. */
        boolean brokenOff() {
            return brokenOff;
        }

        /** Takes more if there is as much; whether it did. */
        boolean takeAtOnce(int bytes) {
            int units = units(bytes);
            if (!domain.free.tryAcquire(units)) {
                return false;
            }
            if (!free.tryAcquire(units)) {
                domain.free.release(units);
                return false;
            }
            heldOfDomain += units;
            took(units);
            return true;
        }

        /**
         * Takes more; waits until there is as much.
         *
         * @throws InterruptedIOException if the thread was interrupted, or the body broken off
         */
        void take(int bytes) throws InterruptedIOException {
            boolean waitsForNetwork = onTheWay.remove(this);
            try {
                awaitDomain(units(bytes));
                await(units(bytes));
            } finally {
                if (waitsForNetwork) {
                    onTheWay.add(this);
                }
            }
        }

        private void awaitDomain(int units) throws InterruptedIOException {
            long begin = System.nanoTime();
            while (domain.beyond.get() != this) {
                if (acquired(domain.free, units)) {
                    heldOfDomain += units;
                    return;
                }
                if (domain.beyond.compareAndSet(null, this)) {
                    return;
                }
                if (System.nanoTime() - begin > patienceWithDomain.toNanos()) {
                    brokenOff = true;
                    throw new InterruptedIOException("others of its domain take all of its memory");
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
            if (overdrawn.get() != this && acquired(free, units)) {
                took(units);
                return true;
            }
            return false;
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
            int ofDomain = Math.min(heldOfDomain, units);
            heldOfDomain -= ofDomain;
            domain.free.release(ofDomain);
        }

        private void leaveDomain() {
            domain.free.release(heldOfDomain);
            heldOfDomain = 0;
            domain.beyond.compareAndSet(this, null);
            leave(domain);
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
            leaveDomain();
            domain = new Domain("");
        }
    }
}
