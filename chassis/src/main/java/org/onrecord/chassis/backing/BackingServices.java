package org.onrecord.chassis.backing;

import java.time.Duration;
import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;

import org.onrecord.chassis.clock.SteadyClock;
import org.onrecord.chassis.loop.Loops;

/**
 * Watches what the service cannot work without, each by a thread of its own, since one that hangs tells nothing of the
 * others. Thread-safe.
 */
@ApplicationScoped
public class BackingServices {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** Before the channels of events are opened. */
    private static final int EARLY = 1;

    private final List<BackingWatch> watches;
    private final Intake intake;
    private final Loops loops;

    @Inject
    BackingServices(@All List<BackingService> services, Intake intake, Loops loops) {
        this.watches = services.stream()
                .map(service -> new BackingWatch(service, new SteadyClock()))
                .toList();
        this.intake = intake;
        this.loops = loops;
    }

    void start(@Observes @Priority(EARLY) StartupEvent started) {
        intake.decideBy(this::areUp);
        watches.forEach(watch -> loops.start("watch-" + watch.service().name(), loop -> ask(watch)));
    }

    /** Whether all of them were there when they were last asked. */
    public boolean areUp() {
        return watches.stream().allMatch(BackingWatch::isUp);
    }

    List<BackingWatch> watches() {
        return watches;
    }

    private Duration ask(BackingWatch watch) throws InterruptedException {
        boolean wasUp = watch.isUp();
        watch.ask();
        if (watch.isUp() != wasUp) {
            intake.reconsider();
        }
        return PAUSE;
    }
}
