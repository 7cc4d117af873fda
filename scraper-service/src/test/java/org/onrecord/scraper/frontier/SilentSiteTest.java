package org.onrecord.scraper.frontier;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import org.onrecord.contracts.Topics;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;
import org.onrecord.scraper.EventLog;
import org.onrecord.scraper.NewsSite;

import static org.assertj.core.api.Assertions.assertThat;

/** A site that takes a request and says nothing is given up, and told of; with a limit that no other test could live with. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(NewsSite.class)
@TestProfile(SilentSiteTest.Impatient.class)
class SilentSiteTest {

    @Test
    void whatNeverAnswersIsAnOutcome() {
        UUID requestId = UUID.randomUUID();
        String json = "{\"requestId\": \"%s\", \"url\": \"%s/silent.html\", \"requestedAt\": \"2026-11-23T04:00:00Z\"}"
                .formatted(requestId, NewsSite.origin());

        EventLog.write(Topics.FETCH_REQUESTS, "127.0.0.1", json.getBytes(StandardCharsets.UTF_8));

        assertThat(EventLog.awaitOf(Topics.OUTCOMES, requestId, 1))
                .extracting(event -> event.json().path("reason").asText())
                .containsExactly("timed-out");
    }

    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("onrecord.fetch.first-byte-timeout", "1s", "onrecord.fetch.timeout", "2s");
        }
    }
}
