package org.onrecord.scraper.article;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Bounds what is under extraction at any time: how many pages, since each takes a processor, and what they take in memory,
 * since a parsed page takes many times its bytes. Thread-safe.
 *
 * <p>Who came first goes first, but nobody has more than half of the places or of the memory: where the first in the line
 * asks for its domain's too many, the next of another domain goes. So no domain's pages keep those of the others waiting,
 * however slow they are to read.
 */
final class ExtractionSlots {

    private final int mostPlaces;
    private final int mostUnits;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Waiting> line = new ArrayDeque<>();
    private final Map<String, Held> held = new HashMap<>();
    private int freePlaces;
    private int freeUnits;

    /**
     * @param places pages that may be under extraction at once, at least two
     * @param units of memory that they may take together, in whatever the caller counts
     */
    ExtractionSlots(int places, int units) {
        this.mostPlaces = Math.max(2, places);
        this.mostUnits = units;
        this.freePlaces = mostPlaces;
        this.freeUnits = units;
    }

    /** For one extraction; its holder closes it when the extraction has ended. */
    final class Slot {
        private final String domain;
        private final int units;

        private Slot(String domain, int units) {
            this.domain = domain;
            this.units = units;
        }

        void release() {
            lock.lock();
            try {
                freePlaces++;
                freeUnits += units;
                Held own = held.get(domain);
                own.places--;
                own.units -= units;
                if (own.places == 0) {
                    held.remove(domain);
                }
                letIn();
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * Waits for a slot.
     *
     * @param domain whose page it is
     * @param units what it takes; more than half of all counts as half
     * @param patience how long to wait; empty for as long as it takes
     * @return empty if the patience was over
     */
    Optional<Slot> acquire(String domain, int units, Optional<Duration> patience) {
        lock.lock();
        try {
            Waiting waiting = new Waiting(new Slot(domain, Math.min(units, mostUnits / 2)));
            line.add(waiting);
            letIn();
            long left = patience.map(Duration::toNanos).orElse(Long.MAX_VALUE);
            boolean interrupted = false;
            while (!waiting.in && left > 0) {
                try {
                    left = waiting.turn.awaitNanos(left);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            if (!waiting.in) {
                line.remove(waiting);
                // Those behind it waited for it too.
                letIn();
            }
            return waiting.in ? Optional.of(waiting.slot) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Memory that is free at the moment, in units. */
    int freeUnits() {
        lock.lock();
        try {
            return freeUnits;
        } finally {
            lock.unlock();
        }
    }

    private void letIn() {
        Iterator<Waiting> each = line.iterator();
        // Of a domain's pages none passes one that came before it, or a large one would be passed for ever.
        Set<String> passed = new HashSet<>();
        while (each.hasNext() && freePlaces > 0) {
            Waiting next = each.next();
            if (hasTooMuch(next.slot)) {
                passed.add(next.slot.domain);
            } else if (!passed.contains(next.slot.domain)) {
                if (next.slot.units > freeUnits) {
                    // A large page is not passed by small ones for ever.
                    return;
                }
                each.remove();
                take(next);
            }
        }
    }

    private boolean hasTooMuch(Slot asked) {
        Held own = held.get(asked.domain);
        return own != null && (own.places + 1 > mostPlaces / 2 || own.units + asked.units > mostUnits / 2);
    }

    private void take(Waiting next) {
        freePlaces--;
        freeUnits -= next.slot.units;
        Held own = held.computeIfAbsent(next.slot.domain, domain -> new Held());
        own.places++;
        own.units += next.slot.units;
        next.in = true;
        next.turn.signal();
    }

    private final class Waiting {
        private final Slot slot;
        private final Condition turn = lock.newCondition();
        private boolean in;

        Waiting(Slot slot) {
            this.slot = slot;
        }
    }

    private static final class Held {
        private int places;
        private int units;
    }
}
