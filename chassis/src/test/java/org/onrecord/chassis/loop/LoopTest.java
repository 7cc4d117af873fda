package org.onrecord.chassis.loop;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.onrecord.chassis.ToldLines;

import static org.assertj.core.api.Assertions.assertThat;

/** What must go on goes on, whatever is thrown, and what does not go on is told. */
class LoopTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final Logger logger = Logger.getLogger(Loop.class.getName());
    private final ToldLines told = new ToldLines();
    private final Loops loops = new Loops();
    private final LoopsLiveness liveness = new LoopsLiveness(loops);

    @BeforeEach
    void listen() {
        logger.addHandler(told);
    }

    @AfterEach
    void stop() {
        loops.stop();
        logger.removeHandler(told);
    }

    @Test
    void anErrorDoesNotEndItAndIsToldOnceWithItsClass() throws Exception {
        AtomicInteger turns = new AtomicInteger();
        CountDownLatch survived = new CountDownLatch(1);

        loops.start("leasing", loop -> {
            if (turns.incrementAndGet() <= 2) {
                throw new StackOverflowError("a page of boxes in boxes");
            }
            survived.countDown();
            return LONG;
        });

        survived.await();
        assertThat(told.lines())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("leasing failed, next turn in 1 s: java.lang.StackOverflowError: a page")
                                .contains("at " + LoopTest.class.getName()),
                        again -> assertThat(again)
                                .isEqualTo("leasing failed again, next turn in 2 s,"
                                        + " cause=java.lang.StackOverflowError: a page of boxes in boxes"));
        assertThat(liveness.call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void whatIsAwayIsToldElsewhere() throws Exception {
        AtomicInteger turns = new AtomicInteger();
        CountDownLatch back = new CountDownLatch(1);

        loops.start("leasing", loop -> {
            if (turns.incrementAndGet() == 1) {
                throw new SQLException("no connection", "08006");
            }
            back.countDown();
            return LONG;
        });

        back.await();
        assertThat(told.lines()).isEmpty();
    }

    @Test
    void itRestsUntilItIsWoken() throws Exception {
        CountDownLatch turns = new CountDownLatch(3);

        Loop loop = loops.start("news", turning -> {
            turns.countDown();
            return LONG;
        });
        while (turns.getCount() > 0) {
            loop.wake();
            Thread.sleep(1);
        }

        assertThat(liveness.call().getData().orElseThrow()).containsKey("news");
    }

    @Test
    void whatIsDoneIsNoSilence() throws Exception {
        Loop loop = loops.start("schema", Duration.ZERO, turning -> Loop.DONE);

        loop.end();

        assertThat(liveness.call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aTurnThatHangsIsTold() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        loops.start("well", loop -> LONG);
        loops.start("hung", Duration.ZERO, loop -> {
            begun.countDown();
            hangs.await();
            return LONG;
        });
        begun.await();

        HealthCheckResponse answer = liveness.call();

        assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
        assertThat(answer.getData().orElseThrow()).containsOnlyKeys("well", "hung");
        hangs.countDown();
    }

    @Test
    void aThreadThatIsDeadIsTold() throws Exception {
        Loop never = new Loop("dead", LONG, loop -> LONG);

        assertThat(never.isAlive()).isFalse();
        assertThat(never.inWords()).isEqualTo("its thread is dead");
    }

    @Test
    void itEndsAfterItsTurnAlthoughItRestsForLong() throws Exception {
        CountDownLatch turned = new CountDownLatch(1);
        Loop loop = loops.start("archive", turning -> {
            turned.countDown();
            return LONG;
        });
        turned.await();

        loop.end();

        assertThat(liveness.call().getStatus()).isEqualTo(Status.UP);
    }
}
