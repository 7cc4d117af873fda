package org.onrecord.api.ingest;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import org.onrecord.contracts.Analysis;
import org.onrecord.contracts.Mention;
import org.onrecord.contracts.MentionKind;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

/** Whom a quote is about: not the one who says it, unless it names them. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class QuoteSubjectsTest {
    @Inject
    AnalysisStore store;

    @Test
    void aQuoteIsNotAboutItsSpeakerWhoIsCalledOtherwiseBesideIt() {
        Analysis analysis = Events.first(UUID.randomUUID());
        List<Mention> further = List.of(
                Events.mention(analysis, 0, MentionKind.PRONOUN, "It"),
                Events.mention(analysis, 0, MentionKind.NOMINAL, "harbour master"));
        String quote = analysis.quotes().getFirst().quoteId().toString();

        store.store(Events.mentioning(analysis, further));

        about("Port Ellery").body("items.id", hasItem(quote));
        about("Ines Valdor").body("items.id", everyItem(not(quote)));
    }

    @Test
    void aQuoteIsAboutASpeakerWhoNamesThemselves() {
        Analysis analysis = Events.first(UUID.randomUUID());
        List<Mention> further = List.of(Events.mention(analysis, 0, MentionKind.NAME, "ten weeks"));
        String quote = analysis.quotes().getFirst().quoteId().toString();

        store.store(Events.mentioning(analysis, further));

        about("Ines Valdor").body("items.id", hasItem(quote));
    }

    private static ValidatableResponse about(String name) {
        return given().queryParam("about", name)
                .queryParam("limit", 100)
                .when()
                .get("/v1/quotes")
                .then()
                .statusCode(200);
    }
}
