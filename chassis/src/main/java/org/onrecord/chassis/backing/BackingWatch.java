package org.onrecord.chassis.backing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jboss.logging.Logger;

import org.onrecord.chassis.backing.BackingState.Away;
import org.onrecord.chassis.backing.BackingState.Unknown;
import org.onrecord.chassis.backing.BackingState.Up;

/**
 * Asks one backing service and tells of it: a line when it has to be waited for, one a minute meanwhile, and one when it is there.
 * One thread asks; any may read the state.
 */
final class BackingWatch {
    private static final Logger LOG = Logger.getLogger("org.onrecord.backing");
    private static final Duration TOLD_EVERY = Duration.ofMinutes(1);
    /** One slow answer, or the seconds of a start, are no outage, and not worth a rebalance of the whole group. */
    private static final Duration AWAY_AFTER = Duration.ofSeconds(10);

    private final BackingService service;
    private final Clock clock;
    private volatile BackingState state = new Unknown("not checked yet");
    /** When it was last there, or the asking began. */
    private Instant lastSeen;

    private Instant told;

    BackingWatch(BackingService service, Clock clock) {
        this.service = service;
        this.clock = clock;
        this.lastSeen = clock.instant();
    }

    BackingService service() {
        return service;
    }

    BackingState state() {
        return state;
    }

    boolean isUp() {
        return state instanceof Up;
    }

    /**
     * Asks once, and tells what there is to tell.
     *
     * @throws InterruptedException if the service stops meanwhile
     */
    void ask() throws InterruptedException {
        try {
            service.check();
            lastSeen = clock.instant();
            if (state instanceof Away away) {
                LOG.infof(
                        "%s available after %s, address=%s",
                        service.name(), inWords(Duration.between(away.since(), clock.instant())), service.address());
            }
            state = new Up();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | LinkageError e) {
            state = failed(cause(e));
        }
    }

    private BackingState failed(String cause) {
        Instant now = clock.instant();
        boolean isSoon = now.isBefore(lastSeen.plus(AWAY_AFTER));
        return switch (state) {
            case Unknown unknown when isSoon -> new Unknown(cause);
            case Up up when isSoon -> up;
            default -> away(cause, now);
        };
    }

    private Away away(String cause, Instant now) {
        if (state instanceof Away already) {
            if (!now.isBefore(told.plus(TOLD_EVERY))) {
                told = now;
                LOG.warnf(
                        "still waiting for the %s after %s, address=%s cause=%s",
                        service.name(), inWords(Duration.between(already.since(), now)), service.address(), cause);
            }
            return new Away(already.since(), cause);
        }
        told = now;
        LOG.warnf(
                "waiting for the %s, taking no events until then, address=%s cause=%s",
                service.name(), service.address(), cause);
        return new Away(lastSeen, cause);
    }

    private static String inWords(Duration time) {
        return time.toMinutes() > 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
    }

    /** The first line of what the innermost cause says, which is the driver's or the client's. */
    static String cause(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return message.lines().findFirst().orElse("").strip();
    }
}
