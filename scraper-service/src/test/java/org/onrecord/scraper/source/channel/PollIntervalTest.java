package org.onrecord.scraper.source.channel;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PollIntervalTest {

    private static final PollInterval INTERVAL = new PollInterval(Duration.ofMinutes(5), Duration.ofHours(12));

    @ParameterizedTest(name = "{0} min, {1} new in {2} min: {3} min")
    @CsvSource({
        // Nothing new: half as long again.
        "10, 0, 10, 15",
        // A site that publishes every minute is asked at the least interval.
        "5, 5, 5, 5",
        // One article in the interval: it was right.
        "60, 1, 60, 60",
        // Four of them: half the interval.
        "60, 4, 60, 30",
        // A quiet site ends at the longest.
        "700, 0, 700, 720"
    })
    void theIntervalFollowsHowMuchIsPublished(long present, int news, long since, long next) {
        assertThat(INTERVAL.next(Duration.ofMinutes(present), Duration.ofMinutes(since), news, Duration.ZERO))
                .isEqualTo(Duration.ofMinutes(next));
    }

    @Test
    void aFeedThatAsksToBeLeftAloneIsAndOneThatAsksForDaysIsNot() {
        Duration present = Duration.ofMinutes(5);

        assertThat(INTERVAL.next(present, present, 3, Duration.ofHours(1))).isEqualTo(Duration.ofHours(1));
        assertThat(INTERVAL.next(present, present, 3, Duration.ofDays(30))).isEqualTo(Duration.ofHours(12));
    }

    @Test
    void failuresInARowDoubleTheWait() {
        Duration present = Duration.ofMinutes(10);

        assertThat(INTERVAL.afterFailure(present, 1, Duration.ZERO)).isEqualTo(Duration.ofMinutes(20));
        assertThat(INTERVAL.afterFailure(present, 2, Duration.ZERO)).isEqualTo(Duration.ofMinutes(40));
        assertThat(INTERVAL.afterFailure(present, 60, Duration.ZERO)).isEqualTo(Duration.ofHours(12));
    }
}
