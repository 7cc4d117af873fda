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
 * <p>Who came first goes first, but no two domains can keep the others' pages waiting, however slow or large their own are:
 *
 * <ul>
 *   <li>A domain has at most a third of the places, so two leave a third of them; and the last is for a domain without any.
 *   <li>A domain's pages have a third of the memory together, or one of them has up to half of all. Pages of more than a
 *       quarter leave a quarter for smaller ones. So two domains leave a sixth: they have a half and a third, or two large
 *       pages, or two thirds.
 * </ul>
 *
 * <p>Where the first in the line asks for its domain's too many, the next of another domain goes. A large page that waits for
 * memory is passed only by small ones that fit into their quarter, so that it comes in once the large ones before it are read.
 */
final class ExtractionSlots {

    private final int mostPlaces;
    private final int mostUnits;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Waiting> line = new ArrayDeque<>();
    private final Map<String, Held> held = new HashMap<>();
    private int freePlaces;
    private int freeUnits;
    private int largeUnits;

    /**
     * @param places pages that may be under extraction at once, at least three
     * @param units of memory that they may take together, in whatever the caller counts
     */
    ExtractionSlots(int places, int units) {
        this.mostPlaces = Math.max(3, places);
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

        private boolean isLarge() {
            return units > mostUnits / 4;
        }

        void release() {
            lock.lock();
            try {
                freePlaces++;
                freeUnits += units;
                largeUnits -= isLarge() ? units : 0;
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
        boolean largeWaits = false;
        while (each.hasNext() && freePlaces > 0) {
            Waiting next = each.next();
            Slot asked = next.slot;
            if (passed.contains(asked.domain) || hasTooMuch(asked)) {
                passed.add(asked.domain);
            } else if (fits(asked, largeWaits)) {
                each.remove();
                take(next);
            } else if (asked.isLarge()) {
                largeWaits = true;
                passed.add(asked.domain);
            } else {
                return;
            }
        }
    }

    private boolean hasTooMuch(Slot asked) {
        Held own = held.get(asked.domain);
        return own != null
                && (own.places + 1 > mostPlaces / 3 || freePlaces == 1 || own.units + asked.units > mostUnits / 3);
    }

    private boolean fits(Slot asked, boolean largeWaits) {
        int reserve = mostUnits / 4;
        if (asked.isLarge()) {
            return !largeWaits && asked.units <= freeUnits && largeUnits + asked.units <= mostUnits - reserve;
        }
        int smallUnits = mostUnits - freeUnits - largeUnits;
        return asked.units <= freeUnits && (!largeWaits || smallUnits + asked.units <= reserve);
    }

    private void take(Waiting next) {
        freePlaces--;
        freeUnits -= next.slot.units;
        largeUnits += next.slot.isLarge() ? next.slot.units : 0;
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
