package org.onrecord.database;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

class TurnsTest {

    private final CountDownLatch end = new CountDownLatch(1);

    @Test
    void whoHasWaitedAWhileGoesAheadWithoutATurn() {
        Turns turns = Turns.within(Duration.ofMillis(1), 1);
        CompletableFuture<Boolean> slow = supplyAsync(() -> turns.take(this::untilTheEnd));

        assertThat(turns.take(() -> "answered")).isEqualTo("answered");

        end.countDown();
        assertThat(slow).succeedsWithin(Duration.ofMinutes(5));
    }

    @Test
    void withoutALimitNoMoreThanThatGoAtOnce() {
        Turns turns = Turns.of(1);
        AtomicInteger atOnce = new AtomicInteger();

        var all = CompletableFuture.allOf(
                CompletableFuture.runAsync(() -> turns.take(() -> soleAt(atOnce))),
                CompletableFuture.runAsync(() -> turns.take(() -> soleAt(atOnce))),
                CompletableFuture.runAsync(() -> turns.take(() -> soleAt(atOnce))));

        assertThat(all).succeedsWithin(Duration.ofMinutes(5));
    }

    private static int soleAt(AtomicInteger atOnce) {
        assertThat(atOnce.incrementAndGet()).isEqualTo(1);
        Thread.yield();
        return atOnce.decrementAndGet();
    }

    private boolean untilTheEnd() {
        try {
            end.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
