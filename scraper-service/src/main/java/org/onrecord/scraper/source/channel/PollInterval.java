package org.onrecord.scraper.source.channel;

import java.time.Duration;

/**
 * How long a channel is left alone: about as long as it takes to publish one article, within bounds. Without news the
 * interval grows by half; with news it goes half the way, by ratio, to the mean time between two of them, so that one quiet
 * night or one busy hour does not decide alone. Pure.
 */
record PollInterval(Duration least, Duration most) {

    private static final double GROWTH = 1.5;

    /**
     * @param present the interval until now
     * @param since how long ago the poll before was
     * @param news how many new articles there were
     * @param wished the least that feed or server ask for; zero for nothing
     */
    Duration next(Duration present, Duration since, int news, Duration wished) {
        double next = news == 0
                ? present.toMillis() * GROWTH
                : Math.sqrt((double) present.toMillis() * Math.max(1, since.toMillis()) / news);
        return within(Duration.ofMillis((long) next), wished);
    }

    /** After a failure: doubles with each in a row. */
    Duration afterFailure(Duration present, int failures, Duration wished) {
        return within(present.multipliedBy(1L << Math.min(failures, 16)), wished);
    }

    /** The operator's longest interval has the last word: a feed must not talk itself out of being read. */
    private Duration within(Duration interval, Duration wished) {
        Duration floor = longer(least, wished);
        Duration raised = longer(interval, floor);
        return raised.compareTo(most) > 0 ? most : raised;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
