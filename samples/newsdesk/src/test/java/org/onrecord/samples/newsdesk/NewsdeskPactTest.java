package org.onrecord.samples.newsdesk;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.RequestResponsePact;
import au.com.dius.pact.core.model.annotations.Pact;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What this client needs of the API, tried on a server that answers just that. Each run writes it down in
 * {@code contracts/pacts}, and the tests of the packaged line hold the real API to it.
 */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = "onrecord-api", pactVersion = PactSpecVersion.V3)
class NewsdeskPactTest {

    private static final String KEY = "onr_a-key-of-this-client";
    private static final String SPEAKER = "Laura Marygson";

    @Pact(consumer = "newsdesk")
    RequestResponsePact quotesOfASpeaker(PactDslWithProvider pact) {
        DslPart answer = newJsonBody(body -> body.minArrayLike("items", 1, quote -> {
                    quote.uuid("id", UUID.fromString("ab1505dd-9aea-3f75-a13a-d03d5e6e73fa"));
                    quote.stringType("text", "“Plan 630 will give the harbour back,”");
                    quote.stringMatcher("stance", "said|asked|denied", "said");
                    quote.minArrayLike("speakers", 1, speaker -> {
                        speaker.stringType("surface", SPEAKER);
                        speaker.stringValue("name", SPEAKER);
                    });
                    quote.numberType("confidence", 0.94);
                    quote.object("article", article -> {
                        article.stringMatcher("url", "https?://.+", "https://news.example.org/story/630");
                        article.stringMatcher(
                                "date", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "2026-03-01T08:00:00Z");
                    });
                }))
                .build();
        return pact.given(SPEAKER + " was quoted")
                .uponReceiving("what " + SPEAKER + " said")
                .method("GET")
                .path("/v1/quotes")
                .query("limit=10&speaker=" + SPEAKER)
                .matchHeader("Authorization", "Bearer onr_.+", "Bearer " + KEY)
                .willRespondWith()
                .status(200)
                .matchHeader("Content-Type", "application/json.*", "application/json")
                .body(answer)
                .toPact();
    }

    @Test
    @PactTestFor(pactMethod = "quotesOfASpeaker")
    void readsWhatSomebodySaid(MockServer api) throws IOException, InterruptedException {
        try (Newsdesk desk = new Newsdesk(URI.create(api.getUrl()), KEY)) {
            assertThat(desk.saidBy(SPEAKER, 10)).singleElement().satisfies(statement -> {
                assertThat(statement.speakers()).containsExactly(SPEAKER);
                assertThat(statement.stance()).isEqualTo("said");
                assertThat(statement.words()).isEqualTo("“Plan 630 will give the harbour back,”");
                assertThat(statement.page()).contains(URI.create("https://news.example.org/story/630"));
            });
        }
    }

    @Pact(consumer = "newsdesk")
    RequestResponsePact nobodyIsQuoted(PactDslWithProvider pact) {
        return pact.uponReceiving("what somebody said whom nobody quotes")
                .method("GET")
                .path("/v1/quotes")
                .query("limit=10&speaker=Nobody Atall")
                .willRespondWith()
                .status(200)
                .body(newJsonBody(body -> body.array("items", items -> {})).build())
                .toPact();
    }

    @Test
    @PactTestFor(pactMethod = "nobodyIsQuoted")
    void nothingIsAnEmptyList(MockServer api) throws IOException, InterruptedException {
        try (Newsdesk desk = new Newsdesk(URI.create(api.getUrl()), KEY)) {
            assertThat(desk.saidBy("Nobody Atall", 10)).isEmpty();
        }
    }

    @Pact(consumer = "newsdesk")
    RequestResponsePact tooManyAtOnce(PactDslWithProvider pact) {
        DslPart problem = newJsonBody(body -> {
                    body.stringValue("type", "https://onrecord.org/problems/invalid-parameters");
                    body.stringType("detail", "limit must be a whole number from 1 to 100.");
                })
                .build();
        return pact.uponReceiving("more quotes at once than a page holds")
                .method("GET")
                .path("/v1/quotes")
                .query("limit=1000000&speaker=" + SPEAKER)
                .willRespondWith()
                .status(400)
                .headers(Map.of("Content-Type", "application/problem+json"))
                .body(problem)
                .toPact();
    }

    @Test
    @PactTestFor(pactMethod = "tooManyAtOnce")
    void aRefusalSaysWhy(MockServer api) {
        try (Newsdesk desk = new Newsdesk(URI.create(api.getUrl()), KEY)) {
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> desk.saidBy(SPEAKER, 1_000_000))
                    .withMessageContaining("1 to 100")
                    .satisfies(refused -> assertThat(refused.type()).endsWith("/invalid-parameters"));
        }
    }
}
