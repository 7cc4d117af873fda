package org.onrecord.scraper.frontier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

import org.onrecord.contracts.Topics;
import org.onrecord.scraper.EventLog;
import org.onrecord.scraper.EventLog.Event;
import org.onrecord.scraper.Neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.scraper.Eventually.eventually;

/**
 * Six hosts at the usual delay of a second, the last of which hangs. A host notes late that it was asked when the machine is
 * busy, so that two of its notes may lie close together; but it cannot have been asked for the last time too early.
 */
@QuarkusTest
class PolitenessTest {

    private static final int HOSTS = 6;
    private static final int PAGES = 3;
    /** robots.txt and tdmrep.json, which a host is asked for first. */
    private static final int RULES = 2;

    private static final Duration DELAY = Duration.ofSeconds(1);
    /** By which the clocks of this test and of the scraper may differ. */
    private static final Duration CLOCKS = Duration.ofMillis(60);

    @Test
    void noHostIsAskedTwiceWithinItsSecondAndAHangingOneHoldsUpNobody() throws IOException {
        try (Neighbours neighbours = new Neighbours(HOSTS)) {
            List<String> healthy = neighbours.origins().subList(0, HOSTS - 1);
            String hanging = neighbours.origins().getLast();
            Set<String> hung = ask(hanging);
            eventually().until(() -> neighbours.visits(hanging) == 2);
            long start = System.nanoTime();
            Set<String> well = new HashSet<>();
            healthy.forEach(origin -> well.addAll(ask(origin)));

            List<Event> extracted = EventLog.await(
                    Topics.OUTCOMES, event -> isOf(event, well) && reason(event).equals("extracted"), well.size());

            assertThat(extracted).hasSize(well.size());
            assertThat(neighbours.visits(hanging)).isEqualTo(2);
            assertThat(healthy).allSatisfy(origin -> {
                assertThat(neighbours.visits(origin)).isEqualTo(RULES + PAGES);
                assertThat(Duration.ofNanos(neighbours.lastVisit(origin) - start))
                        .isGreaterThan(DELAY.multipliedBy(PAGES).minus(CLOCKS));
            });
            neighbours.letGo();
            assertThat(EventLog.await(
                            Topics.OUTCOMES,
                            event -> isOf(event, hung) && reason(event).equals("extracted"),
                            hung.size()))
                    .hasSize(hung.size());
        }
    }

    private static Set<String> ask(String origin) {
        Set<String> requests = new HashSet<>();
        for (int page = 0; page < PAGES; page++) {
            String requestId = UUID.randomUUID().toString();
            String json = "{\"requestId\": \"%s\", \"url\": \"%s/%d.html\", \"requestedAt\": \"2026-11-25T04:00:00Z\"}"
                    .formatted(requestId, origin, page);
            EventLog.write(Topics.FETCH_REQUESTS, "127.0.0.1", json.getBytes(StandardCharsets.UTF_8));
            requests.add(requestId);
        }
        return requests;
    }

    private static boolean isOf(Event event, Set<String> requests) {
        return requests.contains(event.json().path("requestId").asText());
    }

    private static String reason(Event event) {
        return event.json().path("reason").asText();
    }
}
