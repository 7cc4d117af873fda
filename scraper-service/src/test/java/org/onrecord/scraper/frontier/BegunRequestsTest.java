package org.onrecord.scraper.frontier;

import java.sql.SQLException;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.scraper.frontier.Frontier.Standing.WELL;

/** How often a request was begun and came to no end is counted. */
class BegunRequestsTest extends FrontierDatabase {
    /** A page that ends the process leaves nobody to count it afterwards. */
    @Test
    void aRequestThatIsBegunAndNeverEndedIsCountedUntilItIsSuspect() throws SQLException {
        frontier.add(new NewRequest(id("deadly"), "https://example.org/deadly"));
        for (int before = 0; before < Frontier.SUSPECT; before++) {
            assertThat(begunBefore(replica)).isEqualTo(before);
            passes(TERM);
        }

        // A suspect is counted when it is read, which may be later: others may be before it.
        assertThat(begunBefore(replica)).isEqualTo(Frontier.SUSPECT);
        passes(TERM);
        QueuedRequest suspect =
                frontier.next(only(frontier.lease(WELL, 10, TERM))).orElseThrow();
        frontier.begin(suspect);
        passes(TERM);

        assertThat(begunBefore(replica)).isEqualTo(Frontier.SUSPECT + 1);
    }

    @Test
    void whatIsGivenBackOrPutOffWasNotBegun() throws SQLException {
        frontier.add(new NewRequest(id("story"), "https://example.org/story"));
        assertThat(begunBefore(frontier)).isZero();
        frontier.giveBack(Set.of(id("story"), id("unknown")));
        passes(TERM);
        HostLease lease = only(frontier.lease(WELL, 10, TERM));
        QueuedRequest again = frontier.next(lease).orElseThrow();
        assertThat(again.begun()).isZero();

        frontier.putOff(again, NONE, 0);

        assertThat(frontier.next(lease)).map(QueuedRequest::begun).contains(0);
    }

    private static int begunBefore(Frontier frontier) {
        return frontier.next(only(frontier.lease(WELL, 10, TERM))).orElseThrow().begun();
    }
}
