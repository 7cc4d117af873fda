package org.onrecord.chassis.backing;

import java.util.List;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

import org.onrecord.chassis.clock.SteadyClock;

/**
 * Watches what the service cannot work without, each by a thread of its own, since one that hangs tells nothing of the
 * others. Thread-safe.
 */
@ApplicationScoped
public class BackingServices {
    private static final Logger LOG = Logger.getLogger(BackingServices.class);
    private static final int PAUSE_MILLIS = 1000;
    /** Before the channels of events are opened. */
    private static final int EARLY = 1;

    private final List<BackingWatch> watches;
    private final Intake intake;
    private volatile List<Thread> threads = List.of();

    @Inject
    BackingServices(@All List<BackingService> services, Intake intake) {
        this.watches = services.stream()
                .map(service -> new BackingWatch(service, new SteadyClock()))
                .toList();
        this.intake = intake;
    }

    void start(@Observes @Priority(EARLY) StartupEvent started) {
        intake.decideBy(this::areUp);
        threads = watches.stream()
                .map(watch -> Thread.ofPlatform()
                        .daemon()
                        .name("watch-" + watch.service().name())
                        .start(() -> watch(watch)))
                .toList();
    }

    void stop(@Observes ShutdownEvent stopping) {
        threads.forEach(Thread::interrupt);
    }

    /** Whether all of them were there when they were last asked. */
    public boolean areUp() {
        return watches.stream().allMatch(BackingWatch::isUp);
    }

    List<BackingWatch> watches() {
        return watches;
    }

    private void watch(BackingWatch watch) {
        try {
            while (true) {
                ask(watch);
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever goes wrong in one round, there is a next one: without it the last answer would hold for good. */
    private void ask(BackingWatch watch) throws InterruptedException {
        try {
            boolean wasUp = watch.isUp();
            watch.ask();
            if (watch.isUp() != wasUp) {
                intake.reconsider();
            }
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "%s not asked, to be asked again", watch.service().name());
        }
    }
}
