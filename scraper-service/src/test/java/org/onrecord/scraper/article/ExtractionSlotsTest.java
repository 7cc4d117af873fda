package org.onrecord.scraper.article;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExtractionSlotsTest {

    private static final Optional<Duration> AT_ONCE = Optional.of(Duration.ZERO);

    private final ExtractionSlots slots = new ExtractionSlots(4, 100);

    @Test
    void aDomainHasAtMostHalfOfThePlaces() {
        slots.acquire("slow.example", 1, AT_ONCE).orElseThrow();
        slots.acquire("slow.example", 1, AT_ONCE).orElseThrow();

        assertThat(slots.acquire("slow.example", 1, AT_ONCE)).isEmpty();
        assertThat(slots.acquire("other.example", 1, AT_ONCE)).isPresent();
    }

    @Test
    void aDomainHasAtMostHalfOfTheMemory() {
        slots.acquire("large.example", 1_000, AT_ONCE).orElseThrow();

        assertThat(slots.acquire("large.example", 1, AT_ONCE)).isEmpty();
        assertThat(slots.acquire("other.example", 1_000, AT_ONCE)).isPresent();
    }

    @Test
    void othersPassWhoHasToWaitForItsOwnDomain() {
        ExtractionSlots.Slot first = slots.acquire("slow.example", 1, AT_ONCE).orElseThrow();
        slots.acquire("slow.example", 1, AT_ONCE).orElseThrow();
        CompletableFuture<ExtractionSlots.Slot> third = CompletableFuture.supplyAsync(
                () -> slots.acquire("slow.example", 1, Optional.empty()).orElseThrow());

        assertThat(slots.acquire("other.example", 1, Optional.empty())).isPresent();
        assertThat(third).isNotDone();
        first.release();
        assertThat(third.join()).isNotNull();
    }

    @Test
    void whatIsGivenBackIsFreeAgain() {
        for (int i = 0; i < 10; i++) {
            slots.acquire("one.example", 50, AT_ONCE).orElseThrow().release();
        }

        assertThat(slots.freeUnits()).isEqualTo(100);
    }

    @Test
    void whoGivesUpStandsInNobodysWay() {
        ExtractionSlots.Slot one = slots.acquire("one.example", 40, AT_ONCE).orElseThrow();
        slots.acquire("two.example", 40, AT_ONCE).orElseThrow();
        assertThat(slots.acquire("three.example", 40, AT_ONCE)).isEmpty();

        assertThat(slots.acquire("four.example", 20, AT_ONCE)).isPresent();
        one.release();
        assertThat(slots.acquire("three.example", 40, AT_ONCE)).isPresent();
    }
}
