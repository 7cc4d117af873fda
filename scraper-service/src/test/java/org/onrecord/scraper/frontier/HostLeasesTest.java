package org.onrecord.scraper.frontier;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.scraper.frontier.Frontier.Standing.TROUBLED;
import static org.onrecord.scraper.frontier.Frontier.Standing.WELL;

/** Hosts are asked by one at a time, and left alone. */
class HostLeasesTest extends FrontierDatabase {
    @Test
    void aHostHasOneOwner() {
        frontier.add(new NewRequest(id("story"), "https://example.org/story"));
        frontier.lease(WELL, 10, TERM);

        frontier.add(new NewRequest(id("other"), "https://example.org/other"));

        assertThat(replica.lease(WELL, 10, TERM)).isEmpty();
    }

    @Test
    void aHostIsLeftAloneForItsPauseByEveryReplica() {
        frontier.add(new NewRequest(id("story"), "https://example.org/story"));
        frontier.add(new NewRequest(id("other"), "https://example.org/other"));
        HostLease lease = only(frontier.lease(WELL, 10, TERM));
        frontier.done(frontier.next(lease).orElseThrow());

        frontier.release(lease, TERM, 0);

        assertThat(replica.lease(WELL, 10, TERM)).isEmpty();
        assertThat(replica.untilReady(WELL).orElseThrow()).isBetween(HALF, TERM);
    }

    @Test
    void aPauseOutlastsAnEmptyQueue() {
        frontier.add(new NewRequest(id("story"), "https://example.org/story"));
        HostLease lease = only(frontier.lease(WELL, 10, TERM));
        frontier.done(frontier.next(lease).orElseThrow());
        frontier.release(lease, TERM, 0);

        replica.add(new NewRequest(id("other"), "https://example.org/other"));

        assertThat(replica.lease(WELL, 10, TERM)).isEmpty();
    }

    @Test
    void theLeaseOfAKilledReplicaRunsOut() throws SQLException {
        frontier.add(new NewRequest(id("story"), "https://example.org/story"));
        HostLease lost = only(frontier.lease(WELL, 10, TERM));

        passes(TERM);
        HostLease taken = only(replica.lease(WELL, 10, TERM));

        assertThat(replica.next(taken)).isPresent();
        // What the first one still says of the host counts no more.
        frontier.release(lost, Duration.ofHours(1), 7);
        assertThat(frontier.lease(WELL, 10, TERM)).isEmpty();
        replica.release(taken, NONE, 0);
        assertThat(only(frontier.lease(WELL, 10, TERM)).failures()).isZero();
    }

    @Test
    void aLeaseThatIsRenewedHolds() {
        frontier.add(new NewRequest(id("story"), "https://example.org/story"));
        HostLease lease = only(frontier.lease(WELL, 10, Duration.ofMillis(1)));

        frontier.renew(Set.of(lease.id()), TERM);

        assertThat(replica.lease(WELL, 10, TERM)).isEmpty();
    }

    @Test
    void hostsInTroubleStandInALineOfTheirOwn() {
        frontier.add(new NewRequest(id("dead"), "https://dead.example/story"));
        HostLease dead = only(frontier.lease(WELL, 10, TERM));
        frontier.release(dead, NONE, 1);
        frontier.add(new NewRequest(id("well"), "https://well.example/story"));

        assertThat(only(frontier.lease(WELL, 10, TERM)).host()).isEqualTo("well.example");
        assertThat(only(frontier.lease(TROUBLED, 10, TERM)).host()).isEqualTo("dead.example");
    }

    @Test
    void aHostThatNobodyAsksIsLeasedByName() {
        HostLease lease = frontier.lease("example.org", TERM).orElseThrow();

        assertThat(replica.lease("example.org", TERM)).isEmpty();
        frontier.add(new NewRequest(id("story"), "https://example.org/story"));
        assertThat(replica.lease(WELL, 10, TERM)).isEmpty();
        frontier.release(lease, TERM, 0);
        assertThat(replica.lease("example.org", TERM)).isEmpty();
        assertThat(replica.untilReady(WELL).orElseThrow()).isBetween(HALF, TERM);
    }

    @Test
    void aLeasedHostIsReadyWhenItsLeaseRunsOutAndNotBefore() {
        frontier.add(new NewRequest(id("story"), "https://example.org/story"));
        frontier.lease(WELL, 10, TERM);
        frontier.add(new NewRequest(id("other"), "https://example.org/other"));

        assertThat(frontier.untilReady(WELL).orElseThrow()).isBetween(HALF, TERM);
    }
}
