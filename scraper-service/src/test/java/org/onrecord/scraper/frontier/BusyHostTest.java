package org.onrecord.scraper.frontier;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;
import org.onrecord.scraper.NewsSite;
import org.onrecord.scraper.fetch.HostKey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** A page that is submitted while another replica asks its host. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(NewsSite.class)
class BusyHostTest {

    @Inject
    Frontier frontier;

    @Test
    void isAnsweredInWordsAndNothingIsAskedUntilTheHostIsFree() {
        String url = NewsSite.otherOrigin() + "/busy/ferry.html";
        Optional<HostLease> others = frontier.lease(HostKey.of(url), Duration.ofHours(1));

        submit(url)
                .statusCode(503)
                .contentType("application/problem+json")
                .body("type", equalTo("https://onrecord.org/problems/host-busy"));

        assertThat(NewsSite.visits("/busy/ferry.html")).isZero();
        frontier.release(others.orElseThrow(), Duration.ZERO, 0);
        submit(url).statusCode(200);
    }

    private static io.restassured.response.ValidatableResponse submit(String url) {
        return given().contentType("application/json")
                .body(Map.of("requestId", UUID.randomUUID(), "url", url))
                .post("/v1/submissions")
                .then();
    }
}
