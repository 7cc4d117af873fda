package org.onrecord.scraper.article;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.scraper.Eventually.eventually;

class ExtractionSlotsTest {

    private static final Optional<Duration> AT_ONCE = Optional.of(Duration.ZERO);
    private static final Optional<Duration> AS_LONG_AS_IT_TAKES = Optional.empty();

    private final ExtractionSlots slots = new ExtractionSlots(6, 120);

    @Test
    void aDomainHasAtMostAThirdOfThePlaces() {
        assertThat(slots.acquire("slow.example", 1, AT_ONCE)).isPresent();
        assertThat(slots.acquire("slow.example", 1, AT_ONCE)).isPresent();

        assertThat(slots.acquire("slow.example", 1, AT_ONCE)).isEmpty();
        assertThat(slots.acquire("other.example", 1, AT_ONCE)).isPresent();
    }

    @Test
    void theLastPlaceIsForADomainWithoutAny() {
        for (String domain : List.of("one.example", "one.example", "two.example", "two.example", "three.example")) {
            assertThat(slots.acquire(domain, 1, AT_ONCE)).isPresent();
        }

        assertThat(slots.acquire("three.example", 1, AT_ONCE)).isEmpty();
        assertThat(slots.acquire("four.example", 1, AT_ONCE)).isPresent();
    }

    @Test
    void aDomainHasAThirdOfTheMemoryOrOnePageOfUpToHalf() {
        slots.acquire("large.example", 1_000, AT_ONCE).orElseThrow();
        slots.acquire("many.example", 30, AT_ONCE).orElseThrow();

        assertThat(slots.freeUnits()).isEqualTo(30);
        assertThat(slots.acquire("large.example", 1, AT_ONCE)).isEmpty();
        assertThat(slots.acquire("many.example", 11, AT_ONCE)).isEmpty();
        assertThat(slots.acquire("many.example", 10, AT_ONCE)).isPresent();
    }

    /** Whatever two domains ask for, and in whatever order, a page of a third one is read at once. */
    @Test
    void twoDomainsLeaveAPlaceAndASixthOfTheMemory() {
        Random random = new Random(18);
        for (int round = 0; round < 2_000; round++) {
            List<ExtractionSlots.Slot> taken = new ArrayList<>();
            for (int page = 0; page < 20; page++) {
                String domain = random.nextBoolean() ? "one.example" : "two.example";
                slots.acquire(domain, 1 + random.nextInt(70), AT_ONCE).ifPresent(taken::add);
            }

            Optional<ExtractionSlots.Slot> third = slots.acquire("third.example", 20, AT_ONCE);
            assertThat(third).as("round %d", round).isPresent();
            third.get().release();
            taken.forEach(ExtractionSlots.Slot::release);
        }
        assertThat(slots.freeUnits()).isEqualTo(120);
    }

    @Test
    void aLargePageThatWaitsIsPassedByAQuarterOfSmallOnesAndNoMore() {
        ExtractionSlots.Slot first = slots.acquire("one.example", 60, AT_ONCE).orElseThrow();
        CompletableFuture<ExtractionSlots.Slot> large = waiting("two.example", 60);

        assertThat(slots.acquire("three.example", 25, AT_ONCE)).isPresent();
        assertThat(slots.acquire("four.example", 10, AT_ONCE)).isEmpty();
        first.release();
        assertThat(large.join()).isNotNull();
        assertThat(slots.acquire("four.example", 10, AT_ONCE)).isPresent();
    }

    @Test
    void othersPassWhoHasToWaitForItsOwnDomain() {
        ExtractionSlots.Slot first = slots.acquire("slow.example", 1, AT_ONCE).orElseThrow();
        slots.acquire("slow.example", 1, AT_ONCE).orElseThrow();
        CompletableFuture<ExtractionSlots.Slot> third = waiting("slow.example", 1);

        assertThat(slots.acquire("other.example", 1, AS_LONG_AS_IT_TAKES)).isPresent();
        assertThat(third).isNotDone();
        first.release();
        assertThat(third.join()).isNotNull();
    }

    @Test
    void whatIsGivenBackIsFreeAgain() {
        for (int i = 0; i < 10; i++) {
            slots.acquire("one.example", 60, AT_ONCE).orElseThrow().release();
        }

        assertThat(slots.freeUnits()).isEqualTo(120);
    }

    @Test
    void whoGivesUpStandsInNobodysWay() {
        ExtractionSlots.Slot one = slots.acquire("one.example", 60, AT_ONCE).orElseThrow();
        slots.acquire("two.example", 30, AT_ONCE).orElseThrow();
        assertThat(slots.acquire("three.example", 40, AT_ONCE)).isEmpty();

        assertThat(slots.acquire("four.example", 20, AT_ONCE)).isPresent();
        one.release();
        assertThat(slots.acquire("three.example", 40, AT_ONCE)).isPresent();
    }

    /** Returns once it stands in the line. */
    private CompletableFuture<ExtractionSlots.Slot> waiting(String domain, int units) {
        CompletableFuture<ExtractionSlots.Slot> slot = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform()
                .daemon()
                .start(() -> slot.complete(
                        slots.acquire(domain, units, AS_LONG_AS_IT_TAKES).orElseThrow()));
        eventually().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        return slot;
    }
}
