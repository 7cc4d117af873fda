package org.onrecord.api.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import org.onrecord.api.StoredNews;
import org.onrecord.api.person.PeopleStore;
import org.onrecord.api.utterance.UtteranceStore;
import org.onrecord.contracts.Analysis;
import org.onrecord.contracts.Quote;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** An article in which Ada Lomax and Piet Vos say something together, she denies something, and he does not say something. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class StancesTest {

    private static final String JOINT = "“We will not pay for the crane,”";
    private static final String DENIED = "that the port had been warned";
    private static final String UNSAID = "the crane was safe";

    @Inject
    StorableEvents events;

    @Inject
    AnalysisStore store;

    @Inject
    PeopleStore people;

    @Inject
    UtteranceStore utterances;

    @Inject
    DataSource database;

    private Analysis analysis;

    @BeforeEach
    void stored() throws IOException, SQLException {
        new StoredNews(database);
        try (InputStream example = StancesTest.class.getResourceAsStream("/examples/analysis/joint-and-unsaid.json")) {
            analysis = events.analysis(example.readAllBytes());
        }
        store.store(analysis);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit=9                                   | JOINT DENIED",
                "stance=unsaid                             | UNSAID",
                "stance=denied                             | DENIED",
                "stance=denied,unsaid                      | DENIED UNSAID",
                "stance=said,asked,denied,unsaid           | JOINT DENIED UNSAID",
                "stance=asked                              | ''",
                "speaker=Vos                               | JOINT",
                "speaker=piet%20vos&stance=unsaid          | UNSAID",
                "speaker=Lomax                             | JOINT DENIED",
                "q=crane                                   | JOINT",
                "q=crane&stance=unsaid                     | UNSAID",
                "kind=indirect                             | DENIED",
                "minConfidence=0.8&stance=unsaid,said      | JOINT UNSAID",
                "about=vos                                 | ''",
            })
    void whatWasNotSaidIsAnsweredToThoseAloneWhoAskForIt(String query, String expected) {
        List<String> texts = Stream.of(expected.split(" "))
                .filter(name -> !name.isEmpty())
                .map(name -> name.equals("JOINT") ? JOINT : name.equals("DENIED") ? DENIED : UNSAID)
                .toList();

        var listed =
                given().urlEncodingEnabled(false).get("/v1/quotes?" + query).jsonPath();
        String exported = given().urlEncodingEnabled(false)
                .get("/v1/exports/quotes?" + query.strip().replace("limit=9", "format=jsonl"))
                .asString();
        var counted = given().urlEncodingEnabled(false)
                .get("/v1/timeline?" + query.strip().replace("limit=9", "by=publication"))
                .jsonPath();

        assertThat(listed.<String>getList("items.text")).containsExactlyInAnyOrderElementsOf(texts);
        assertThat(listed.getInt("total.value")).isEqualTo(texts.size());
        assertThat(exported.lines()).hasSize(texts.size());
        assertThat(texts).allSatisfy(text -> assertThat(exported).contains(text));
        assertThat(counted.<Integer>getList("items.count"))
                .isEqualTo(texts.isEmpty() ? List.of() : List.of(texts.size()));
    }

    @Test
    void aQuoteThatIsAskedForByItsIdShowsItsStanceAndAllItsSpeakers() {
        quote(JOINT)
                .body("stance", equalTo("said"))
                .body("speaker.name", equalTo("Ada Lomax"))
                .body("speakers.name", contains("Ada Lomax", "Piet Vos"));
        quote(DENIED).body("stance", equalTo("denied")).body("speakers.surface", contains("Lomax"));
        quote(UNSAID).body("stance", equalTo("unsaid")).body("speakers.name", contains("Piet Vos"));
    }

    @Test
    void theArticleLeavesOutWhatWasNotSaidToo() {
        String article = "/v1/articles/" + analysis.article().articleId();

        given().get(article).then().body("quotes.text", contains(JOINT, DENIED));
        given().get(article + "?stance=unsaid").then().body("quotes.text", contains(UNSAID));
    }

    @Test
    void countsKnowAllSpeakers() {
        given().get("/v1/top")
                .then()
                .body("items.name", contains("Ada Lomax", "Piet Vos"))
                .body("items.count", contains(2, 1));
        given().get("/v1/top?kind=direct")
                .then()
                .body("items.name", contains("Ada Lomax", "Piet Vos"))
                .body("items.count", contains(1, 1));
        given().get("/v1/top?stance=unsaid").then().body("items.name", contains("Piet Vos"));
        given().get("/v1/top?of=about").then().body("items", empty());
        given().get("/v1/entities?q=vos").then().body("items[0].counts.quotesBy", equalTo(1));
        given().get("/v1/entities?q=lomax").then().body("items[0].counts.quotesBy", equalTo(2));
    }

    @Test
    void aTableHasTheNamesOfAllInOneCell() {
        given().get("/v1/exports/quotes?format=csv&kind=direct")
                .then()
                .body(containsString(",Ada Lomax,"))
                .body(containsString(",said,Ada Lomax; Piet Vos,"));
    }

    @Test
    void whatWasNotSaidIsNobodysUtterance() {
        String utterance = quote(UNSAID).extract().path("utteranceId");

        while (utterances.settle(100) > 0) {}

        given().get("/v1/utterances/" + utterance).then().statusCode(404);
        given().get("/v1/utterances/" + utterance + "?stance=unsaid").then().body("items.text", contains(UNSAID));
    }

    @Test
    void everySpeakerGoesByTheIdThatIsSettled() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE entity SET entity_id = md5('another')::uuid WHERE name = 'Piet Vos'");
        }

        while (people.settle(100) > 0) {}

        String vos = StoredNews.entityId("person", "Piet Vos").toString();
        quote(JOINT).body("speakers[1].entityId", equalTo(vos)).body("speakers", hasSize(2));
        given().get("/v1/quotes?speaker=" + vos).then().body("items.text", contains(JOINT));
        given().get("/v1/quotes?stance=unsaid&speaker=" + vos).then().body("items.text", contains(UNSAID));
    }

    private ValidatableResponse quote(String text) {
        Quote quote = analysis.quotes().stream()
                .filter(one -> one.text().equals(text))
                .findFirst()
                .orElseThrow();
        return given().get("/v1/quotes/" + quote.quoteId()).then().statusCode(200);
    }
}
