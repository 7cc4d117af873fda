package org.onrecord.scraper.frontier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
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

/** Six hosts at the usual delay of a second, the last of which hangs. */
@QuarkusTest
class PolitenessTest {

    private static final int HOSTS = 6;
    private static final int PAGES = 3;
    /** What the network and a busy machine may take from a gap between its two ends. */
    private static final Duration JITTER = Duration.ofMillis(60);

    @Test
    void noHostIsAskedTwiceWithinItsSecondAndAHangingOneHoldsUpNobody() throws IOException {
        try (Neighbours neighbours = new Neighbours(HOSTS)) {
            List<String> healthy = neighbours.origins().subList(0, HOSTS - 1);
            String hanging = neighbours.origins().getLast();
            Set<String> hung = ask(hanging);
            Set<String> well = new HashSet<>();
            healthy.forEach(origin -> well.addAll(ask(origin)));

            List<Event> extracted = EventLog.await(
                    Topics.OUTCOMES, event -> isOf(event, well) && reason(event).equals("extracted"), well.size());
            List<Event> timedOut = EventLog.await(Topics.OUTCOMES, event -> isOf(event, hung), 1);

            assertThat(healthy)
                    .allSatisfy(origin -> assertThat(neighbours.leastGap(origin))
                            .isGreaterThan(Duration.ofSeconds(1).minus(JITTER)));
            assertThat(reason(timedOut.getFirst())).isEqualTo("timed-out");
            assertThat(extracted).allSatisfy(event -> assertThat(at(event)).isBefore(at(timedOut.getFirst())));
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

    private static Instant at(Event event) {
        return Instant.parse(event.json().path("at").asText());
    }
}
