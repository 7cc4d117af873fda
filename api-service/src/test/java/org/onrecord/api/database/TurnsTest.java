package org.onrecord.api.database;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.onrecord.api.Eventually;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

class TurnsTest {

    @Test
    void whoHasWaitedAWhileGoesAheadWithoutATurn() {
        Turns turns = new Turns();
        List<Boolean> taken = new ArrayList<>();
        do {
            taken.add(turns.await());
        } while (taken.getLast());

        assertThat(taken).hasSizeGreaterThan(1);
        turns.end();
        assertThat(turns.await()).isTrue();
    }

    @Test
    void whoWaitsHasTheTurnThatEnds() throws Exception {
        Turns turns = new Turns();
        while (turns.await()) {}

        var waiting = supplyAsync(() -> {
            boolean turn = false;
            while (!turn) {
                turn = turns.await();
            }
            return turn;
        });
        turns.end();

        assertThat(waiting).succeedsWithin(Eventually.WITHIN).isEqualTo(true);
    }
}
