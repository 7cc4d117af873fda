package org.onrecord.nlp.analysis;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(30)
class AnalysisWorkersTest {
    private final CountDownLatch release = new CountDownLatch(1);
    private AnalysisWorkers workers = workers(1, Duration.ofMillis(100));

    @AfterEach
    void stop() {
        release.countDown();
        workers.stop();
    }

    @Test
    void gives_up_an_article_that_takes_too_long_and_keeps_its_worker_until_it_ends() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);

        assertThatThrownBy(() -> workers.run(() -> deaf(ended)))
                .isInstanceOf(AnalysisTimedOutException.class)
                .hasMessageContaining("took longer than");

        assertThat(workers.exhausted()).isTrue();
        assertThatThrownBy(() -> workers.runSoon(() -> "next")).isInstanceOf(AnalysersBusyException.class);
        release.countDown();
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(workers.run(() -> "next")).isEqualTo("next");
        assertThat(workers.exhausted()).isFalse();
    }

    @Test
    void stops_an_analysis_that_looks_whether_it_is_still_wanted() {
        CountDownLatch never = new CountDownLatch(1);

        assertThatThrownBy(() -> workers.run(() -> {
                    never.await();
                    return "never";
                }))
                .isInstanceOf(AnalysisTimedOutException.class);

        assertThat(workers.run(() -> "next")).isEqualTo("next");
    }

    @Test
    void an_error_is_the_articles_failure_and_not_the_workers() {
        assertThatThrownBy(() -> workers.run(() -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(AnalysisFailedException.class)
                .hasCauseInstanceOf(StackOverflowError.class);

        assertThat(workers.run(() -> "next")).isEqualTo("next");
    }

    @Test
    void reads_as_many_at_once_as_configured() throws Exception {
        workers.stop();
        workers = workers(2, Duration.ofSeconds(20));
        CyclicBarrier both = new CyclicBarrier(2);

        Thread other = Thread.ofVirtual().start(() -> workers.run(both::await));
        workers.run(() -> both.await(10, TimeUnit.SECONDS));

        other.join();
        assertThat(both.isBroken()).isFalse();
    }

    @Test
    void refuses_limits_that_allow_nothing() {
        assertThatThrownBy(() -> workers(0, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("onrecord.analysis.concurrency");
    }

    /** Goes on until it is released, whoever interrupts it. */
    private String deaf(CountDownLatch ended) {
        boolean released = false;
        while (!released) {
            try {
                released = release.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException ignored) {
                released = false;
            }
        }
        ended.countDown();
        return "late";
    }

    private static AnalysisWorkers workers(int concurrency, Duration limit) {
        return new AnalysisWorkers(new AnalysisLimits() {
            @Override
            public int concurrency() {
                return concurrency;
            }

            @Override
            public Duration timeLimit() {
                return limit;
            }

            @Override
            public Duration callerPatience() {
                return Duration.ofMillis(100);
            }
        });
    }
}
