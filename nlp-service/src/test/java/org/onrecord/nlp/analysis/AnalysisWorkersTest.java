package org.onrecord.nlp.analysis;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.onrecord.nlp.Eventually;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AnalysisWorkersTest {
    private static final Duration SHORT = Duration.ofMillis(100);

    private final CountDownLatch release = new CountDownLatch(1);
    private AnalysisWorkers workers = workers(1, SHORT);

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
        ended.await();
        assertNextIsRead();
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

        assertNextIsRead();
    }

    @Test
    void an_error_is_the_articles_failure_and_not_the_workers() {
        workers.stop();
        workers = workers(1, Eventually.WITHIN);

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
        workers = workers(2, Eventually.WITHIN);
        CyclicBarrier both = new CyclicBarrier(2);

        Thread other = Thread.ofVirtual().start(() -> workers.run(both::await));
        workers.run(() -> both.await());

        other.join();
        assertThat(both.isBroken()).isFalse();
    }

    @Test
    void callers_leave_a_worker_to_the_line() throws Exception {
        workers.stop();
        workers = workers(2, Eventually.WITHIN);
        CountDownLatch begun = new CountDownLatch(1);
        Thread caller = Thread.ofVirtual()
                .start(() -> workers.runSoon(() -> {
                    begun.countDown();
                    release.await();
                    return "first";
                }));
        begun.await();

        assertThatThrownBy(() -> workers.runSoon(() -> "second")).isInstanceOf(AnalysersBusyException.class);
        assertThat(workers.run(() -> "of the line")).isEqualTo("of the line");

        release.countDown();
        caller.join();
        assertThat(workers.runSoon(() -> "third")).isEqualTo("third");
    }

    @Test
    void refuses_limits_that_allow_nothing() {
        assertThatThrownBy(() -> workers(0, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("onrecord.analysis.concurrency");
    }

    /** On a busy machine the next one too may take longer than its time; then it is read again. */
    private void assertNextIsRead() {
        String read = null;
        while (read == null) {
            try {
                read = workers.run(() -> "next");
            } catch (AnalysisTimedOutException busyMachine) {
                read = null;
            }
        }
        assertThat(read).isEqualTo("next");
    }

    /** Goes on until it is released, whoever interrupts it. */
    private String deaf(CountDownLatch ended) {
        boolean released = false;
        while (!released) {
            try {
                release.await();
                released = true;
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
                return SHORT;
            }
        });
    }
}
