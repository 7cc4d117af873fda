package org.onrecord.chassis.loop;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;

/** Starts the loops of a service, knows them while they run, and stops them with it. Thread-safe. */
@ApplicationScoped
public class Loops {
    /** Of a turn that waits for a database or a broker that is slow and not away; longer than any of them is waited for. */
    private static final Duration LONGEST_TURN = Duration.ofMinutes(10);

    private final List<Loop> loops = new CopyOnWriteArrayList<>();

    /** Starts one; of a turn that takes longer than ten minutes the liveness check says that it hangs. */
    public Loop start(String name, Loop.Turn turn) {
        return start(name, LONGEST_TURN, turn);
    }

    /**
     * Starts one whose turns may take long.
     *
     * @param longestTurn after which the liveness check says that it hangs
     */
    public Loop start(String name, Duration longestTurn, Loop.Turn turn) {
        Loop loop = new Loop(name, longestTurn, turn);
        loops.add(loop);
        return loop.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        stop();
    }

    /** Lets each end after the turn that it is in. */
    public void stop() {
        loops.forEach(Loop::stop);
    }

    List<Loop> all() {
        return List.copyOf(loops);
    }
}
