package org.onrecord.scraper.extract.limit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.onrecord.scraper.Eventually;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TimeLimitTest {

    private final AtomicInteger ended = new AtomicInteger();

    @Test
    void whatIsDoneInTimeIsAnswered() {
        Optional<String> answer = new TimeLimit(Duration.ofMinutes(1)).run(() -> "read", ended::incrementAndGet);

        assertThat(answer).contains("read");
        assertThat(ended).hasValue(1);
    }

    @Test
    void workThatHeedsTheSignEnds() {
        TimeLimit time = new TimeLimit(Duration.ofMillis(50));

        Optional<String> answer = time.run(
                () -> {
                    while (true) {
                        OutOfTimeException.throwIfInterrupted();
                    }
                },
                ended::incrementAndGet);

        assertThat(answer).isEmpty();
        assertThat(time.run(() -> "the next")).contains("the next");
    }

    @Test
    void workThatHeedsNothingIsAbandonedUntilItEnds() {
        TimeLimit time = new TimeLimit(Duration.ofMillis(50));
        CountDownLatch end = new CountDownLatch(1);

        Optional<String> answer = time.run(() -> deaf(end), ended::incrementAndGet);

        assertThat(answer).isEmpty();
        assertThat(time.abandoned()).isEqualTo(1);
        assertThat(ended).hasValue(0);
        end.countDown();
        Eventually.eventually().until(() -> ended.get() == 1 && time.abandoned() == 0);
    }

    @Test
    void aFailureIsToldAsItIs() {
        TimeLimit time = new TimeLimit(Duration.ofMinutes(1));

        assertThatThrownBy(() -> time.run(
                        () -> {
                            throw new StackOverflowError();
                        },
                        ended::incrementAndGet))
                .isInstanceOf(StackOverflowError.class);
        assertThat(ended).hasValue(1);
    }

    private static String deaf(CountDownLatch end) {
        while (true) {
            try {
                end.await();
                return "too late";
            } catch (InterruptedException e) {
                // As a loop that looks at nothing.
            }
        }
    }
}
