package org.onrecord.api.database;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A standby may lack what the primary logged in the last ten seconds. */
class FollowedTest {

    private final Followed followed = new Followed(TimeUnit.SECONDS.toNanos(10));

    @Test
    void whatWasLoggedBeforeTheLongestLagMustHaveBeenRead() {
        saw(0, 100);
        saw(5, 200);
        assertThat(followed.floor()).as("nothing older is known").isEqualTo(100);
        saw(9, 300);
        saw(14, 400);
        assertThat(followed.floor()).as("of 0 s, though 5 s is not old enough").isEqualTo(100);
        saw(15, 500);
        assertThat(followed.floor()).isEqualTo(200);
        saw(90, 600);
        assertThat(followed.floor()).as("nobody looked meanwhile").isEqualTo(500);
    }

    @Test
    void nothingIsLateWhereNothingHappens() {
        saw(0, 100);
        saw(60, 100);
        saw(120, 100);

        assertThat(followed.floor()).isEqualTo(100);
        assertThat(lagOfOneThatHasRead(100)).isZero();
    }

    @Test
    void theLagIsTheAgeOfWhatWasRead() {
        saw(0, 100);
        saw(4, 200);
        saw(6, 300);

        assertThat(lagOfOneThatHasRead(300)).isZero();
        assertThat(lagOfOneThatHasRead(299)).isEqualTo(TimeUnit.SECONDS.toNanos(2));
        assertThat(lagOfOneThatHasRead(100)).isEqualTo(TimeUnit.SECONDS.toNanos(6));
        assertThat(lagOfOneThatHasRead(99)).isEqualTo(Long.MAX_VALUE);
    }

    private long now;

    private void saw(long seconds, long at) {
        now = TimeUnit.SECONDS.toNanos(seconds);
        followed.saw(now, at);
    }

    private long lagOfOneThatHasRead(long at) {
        followed.read(now, at);
        return followed.lagNanos();
    }
}
