package org.onrecord.scraper.article;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Bounds what is under extraction at any time, by its length: a parsed page takes many times the memory of its bytes, so
 * the largest ones are read one after the other while small ones pass side by side. Thread-safe.
 */
final class ExtractionSlots {

    /** Units that may be under extraction at once, one per started KiB. */
    private static final int SLOTS = 6 << 10;

    private final Semaphore free = new Semaphore(SLOTS, true);

    <T> T during(int length, Supplier<T> extraction) {
        int slots = Math.min(SLOTS, 1 + (length >> 10));
        free.acquireUninterruptibly(slots);
        try {
            return extraction.get();
        } finally {
            free.release(slots);
        }
    }
}
