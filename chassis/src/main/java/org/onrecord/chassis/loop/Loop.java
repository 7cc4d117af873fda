package org.onrecord.chassis.loop;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.jboss.logging.Logger;

import org.onrecord.chassis.event.Patience;
import org.onrecord.chassis.event.StoppingException;

/**
 * Does the same again and again, on a thread of its own, until it is stopped. Whatever a turn throws, there is a next turn: a
 * fault that time mends is passed over, since what is away is told elsewhere; any other is told once with its trace, and by
 * a line for each repetition, between which the pauses grow to a minute. Thread-safe.
 *
 * <p>Memory that runs out is no fault to survive: the JVM ends by {@code -XX:+ExitOnOutOfMemoryError}, and whoever started it
 * starts it again.
 */
public final class Loop {
    private static final Logger LOG = Logger.getLogger(Loop.class);
    private static final Duration WHILE_AWAY = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** That it is to stop, while it pauses. */
    private static final Duration NOTICED_WITHIN = Duration.ofMillis(200);

    /** Returned by a turn after which there is nothing more to do, ever. */
    public static final Duration DONE = Duration.ofMillis(Long.MAX_VALUE);

    /** One round of the work. */
    @FunctionalInterface
    public interface Turn {
        /**
         * @param loop that it is a turn of
         * @return how long to rest before the next one, which {@link Loop#wake()} ends; or {@link Loop#DONE}
         * @throws Exception anything: there is a next turn
         */
        Duration take(Loop loop) throws Exception;
    }

    private final String name;
    private final Duration longestTurn;
    private final Turn turn;
    private final Semaphore woken = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopping;
    private volatile long turned = System.nanoTime();
    private Class<?> fault;
    private Duration pause = FIRST_PAUSE;

    Loop(String name, Duration longestTurn, Turn turn) {
        this.name = name;
        this.longestTurn = longestTurn;
        this.turn = turn;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    Loop start() {
        thread.start();
        return this;
    }

    /** Names it, in the log and in the liveness check. */
    public String name() {
        return name;
    }

    /** Ends the rest between two turns, or has the next turn followed by another at once. */
    public void wake() {
        if (woken.availablePermits() == 0) {
            woken.release();
        }
    }

    /** Lets it end after the turn that it is in; does not wait for that. It is not interrupted. */
    public void stop() {
        stopping = true;
        wake();
    }

    /** Whether it was told to stop. */
    public boolean isStopping() {
        return stopping;
    }

    /** Stops it and waits for its end; not to be called by the loop itself. */
    public void end() throws InterruptedException {
        stop();
        thread.join();
    }

    /** Rests within a turn, or after a fault: nobody wakes it, it only ends with the loop. Called by the loop itself. */
    public void rest(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0 && !stopping; left = end - System.nanoTime()) {
            beat();
            TimeUnit.NANOSECONDS.sleep(Math.min(left, NOTICED_WITHIN.toNanos()));
        }
    }

    /** Whether it turns, or has been stopped. */
    boolean isAlive() {
        return stopping || thread.isAlive() && sinceTurned().compareTo(longestTurn) < 0;
    }

    String inWords() {
        if (!stopping && !thread.isAlive()) {
            return "its thread is dead";
        }
        return stopping ? "stopped" : "turned " + sinceTurned().toSeconds() + " s ago";
    }

    private Duration sinceTurned() {
        return Duration.ofNanos(System.nanoTime() - turned);
    }

    private void beat() {
        turned = System.nanoTime();
    }

    private void run() {
        while (!stopping) {
            try {
                turn();
            } catch (InterruptedException e) {
                // Nobody of this project interrupts it; a library that does means the call that was waited for.
                LOG.debugf("interrupted, loop=%s", name);
            } catch (Throwable e) {
                // Telling of a fault failed in its turn, as it may where memory is short.
                LockSupport.parkNanos(WHILE_AWAY.toNanos());
            }
        }
    }

    private void turn() throws InterruptedException {
        beat();
        try {
            Duration rest = Objects.requireNonNull(turn.take(this), "how long to rest");
            fault = null;
            pause = FIRST_PAUSE;
            if (rest.equals(DONE)) {
                stopping = true;
            } else {
                restAtMost(rest);
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            rest(stopping || e instanceof StoppingException || Patience.passes(e) ? WHILE_AWAY : told(e));
        }
    }

    private Duration told(Throwable e) {
        Duration now = pause;
        Duration twice = now.multipliedBy(2);
        pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
        if (e.getClass() == fault) {
            LOG.errorf("%s failed again, next turn in %d s, cause=%s", name, now.toSeconds(), e);
        } else {
            fault = e.getClass();
            LOG.errorf(e, "%s failed, next turn in %d s", name, now.toSeconds());
        }
        return now;
    }

    /** A rest of any length is no silence. */
    private void restAtMost(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        long left = longest.toNanos();
        do {
            beat();
            if (woken.tryAcquire(Math.min(left, LONGEST_PAUSE.toNanos()), TimeUnit.NANOSECONDS)) {
                return;
            }
            left = end - System.nanoTime();
        } while (left > 0 && !stopping);
    }
}
