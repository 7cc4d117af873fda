package org.onrecord.api.takedown;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.StartupEvent;

import org.onrecord.api.request.Scraper;
import org.onrecord.chassis.event.LongWaits;
import org.onrecord.chassis.event.Patience;
import org.onrecord.chassis.loop.Loops;
import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.database.Schema;

/**
 * Erases what was taken down from the topics, and from the archive where the answer to the takedown could not wait for that. What
 * fails is tried again until it is done; several instances may do the same, which does no harm.
 */
@ApplicationScoped
class Eraser {
    private static final Logger LOG = Logger.getLogger(Eraser.class);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(10);
    private static final Duration ARCHIVE_AGAIN = Duration.ofMinutes(1);

    private final Erasures erasures;
    private final Tombstones tombstones;
    private final ErasableTopics topics;
    private final Takedowns takedowns;
    private final Scraper scraper;
    private final Schema schema;
    private final LongWaits waits;
    private final Loops loops;

    /**
     * Longer than the topics' {@code max.compaction.lag.ms}: the broker compacts no segment that it still writes to, and goes on to
     * the next only when something is written. The second round is what is written.
     */
    private final Duration again;

    private boolean topicsAreChecked;
    private @Nullable Instant failingSince;

    Eraser(
            Erasures erasures,
            Tombstones tombstones,
            ErasableTopics topics,
            Takedowns takedowns,
            Scraper scraper,
            Schema schema,
            LongWaits waits,
            Loops loops,
            @ConfigProperty(name = "onrecord.takedown.erase-again-after") Duration again) {
        this.erasures = erasures;
        this.tombstones = tombstones;
        this.topics = topics;
        this.takedowns = takedowns;
        this.scraper = scraper;
        this.schema = schema;
        this.waits = waits;
        this.loops = loops;
        this.again = again;
    }

    void start(@Observes StartupEvent started) {
        loops.start("eraser", loop -> erase());
    }

    private Duration erase() throws InterruptedException {
        if (!schema.isCurrent()) {
            return IDLE;
        }
        try {
            eraseFromTopics();
            checkTopics();
            boolean mayGoOn = eraseNextFromArchive();
            failingSince = null;
            return mayGoOn ? Duration.ZERO : IDLE;
        } catch (RuntimeException e) {
            tell(e);
            return AFTER_A_FAULT;
        }
    }

    private void eraseFromTopics() throws InterruptedException {
        List<Erasures.Due> due = erasures.due();
        if (!due.isEmpty()) {
            tombstones.write(erasures.keys(due));
            erasures.done(due, again);
        }
    }

    private void checkTopics() throws InterruptedException {
        if (!topicsAreChecked) {
            topics.check(again);
            topicsAreChecked = true;
        }
    }

    /**
     * One article a turn: the scraper may take half a minute for each, and the topics do not wait for it.
     *
     * @return whether the scraper did it, and may do the next
     */
    private boolean eraseNextFromArchive() {
        Optional<UUID> due = erasures.dueInArchive();
        if (due.isEmpty()) {
            return false;
        }
        UUID articleId = due.get();
        try {
            scraper.takeDown(articleId, takedowns.addresses(articleId));
            erasures.doneInArchive(articleId);
            return true;
        } catch (ProblemException e) {
            erasures.putOffInArchive(articleId, ARCHIVE_AGAIN);
            return false;
        }
    }

    private void tell(RuntimeException fault) {
        if (Patience.passes(fault)) {
            if (failingSince == null) {
                failingSince = waits.now();
            }
            waits.tell("erasing what was taken down from the topics", failingSince, fault);
        } else {
            LOG.warnf("not erased from the topics, to be tried again, cause=%s", fault);
        }
    }
}
