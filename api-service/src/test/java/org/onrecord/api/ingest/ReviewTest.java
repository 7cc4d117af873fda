package org.onrecord.api.ingest;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import org.onrecord.api.StoredNews;
import org.onrecord.contracts.Analysis;
import org.onrecord.contracts.Cue;
import org.onrecord.contracts.Entity;
import org.onrecord.contracts.EntityType;
import org.onrecord.contracts.Field;
import org.onrecord.contracts.Mention;
import org.onrecord.contracts.MentionKind;
import org.onrecord.contracts.Quote;
import org.onrecord.contracts.QuoteKind;
import org.onrecord.contracts.Span;
import org.onrecord.contracts.Speaker;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What an editor sets right stays so, whatever is read in the article later. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class ReviewTest {

    private static final UUID ARTICLE = UUID.fromString("00000000-0000-3000-8000-00000000d001");

    private static final String WORDS = "“It will take ten weeks to clear Port Ellery,”";
    private static final String STORY = WORDS + " harbour master Ines Valdor said. Mayor Callum Rennick was there.";

    /** As somebody edited it: other quotation marks, a paragraph before, and the same words without them behind. */
    private static final String EDITED = "Ships wait for weeks.\n\n\"It will take ten weeks to clear Port Ellery,\""
            + " harbour master Ines Valdor said. Mayor Callum Rennick was there. It will take ten weeks to clear Port"
            + " Ellery, the paper thinks.";

    private static final List<String> NAMES = List.of("Ines Valdor", "Callum Rennick", "Port Ellery");

    @Inject
    AnalysisStore store;

    @Inject
    DataSource database;

    private String id;

    @BeforeEach
    void stored() throws SQLException {
        new StoredNews(database);
        store.store(told(STORY, "test-nlp/1", 0, WORDS));
        id = get("/v1/quotes").getString("items[0].id");
    }

    @Test
    void aConfirmedQuoteIsSureAndSaysWhoLooked() {
        String tag = given().get("/v1/articles/" + ARTICLE).header("ETag");
        String changed = get("/v1/quotes").getString("items[0].changed");

        JsonPath review = decide("{\"decision\": \"confirmed\", \"note\": \"heard it myself\"}");

        assertThat(review.getString("author")).isEqualTo("local");
        assertThat(review.getString("state")).isEqualTo("laid");
        assertThat(review.getFloat("machine.confidence")).isEqualTo(0.9f);
        JsonPath quote = get("/v1/quotes?minConfidence=1&speaker=valdor&about=port%20ellery&review=confirmed");
        assertThat(quote.getList("items")).hasSize(1);
        assertThat(quote.getString("items[0].review.decision")).isEqualTo("confirmed");
        assertThat(quote.getString("items[0].review.note")).isEqualTo("heard it myself");
        assertThat(quote.getString("items[0].text")).isEqualTo(WORDS);
        assertThat(quote.getString("items[0].cue.surface")).isEqualTo("said");
        assertThat(quote.getString("items[0].speaker.entityId")).isNotNull();
        assertThat(quote.getString("items[0].changed")).isGreaterThan(changed);
        assertThat(given().get("/v1/articles/" + ARTICLE).header("ETag")).isNotEqualTo(tag);
        assertThat(get("/v1/articles/" + ARTICLE).getString("quotes[0].review.author"))
                .isEqualTo("local");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Callum Rennick", "callum RENNICK", "Rennick"})
    void aCorrectedSpeakerIsFoundAndCountedAndTheFormerOneIsNot(String name) {
        decide("{\"decision\": \"corrected\", \"speakers\": [{\"name\": \"" + name + "\"}]}");

        JsonPath quote = get("/v1/quotes?speaker=rennick");
        assertThat(quote.getString("items[0].id")).isEqualTo(id);
        assertThat(quote.getString("items[0].speaker.surface")).isEqualTo("Callum Rennick");
        String mayor = quote.getString("items[0].speaker.entityId");
        assertThat(get("/v1/quotes?speaker=" + mayor + "&about=port%20ellery").getList("items"))
                .hasSize(1);
        assertThat(get("/v1/quotes?speaker=valdor").getList("items")).isEmpty();
        assertThat(get("/v1/top?of=speaker").getList("items.name")).containsExactly("Callum Rennick");
        assertThat(get("/v1/top?of=speaker&kind=direct").getList("items.name")).containsExactly("Callum Rennick");
        assertThat(get("/v1/timeline?speaker=rennick").getInt("items[0].count")).isEqualTo(1);
        assertThat(get("/v1/entities/" + mayor).getInt("counts.quotesBy")).isEqualTo(1);
    }

    @Test
    void aSpeakerWhomTheMachineFoundNowhereIsAddedAndGoesWhenItIsUndone() {
        decide("{\"decision\": \"corrected\", \"stance\": \"denied\","
                + " \"speakers\": [{\"name\": \"Dana Okafor\", \"words\": \"harbour master\"}]}");

        JsonPath quote = get("/v1/quotes?speaker=okafor&stance=denied");
        assertThat(quote.getString("items[0].speaker.surface")).isEqualTo("harbour master");
        String added = quote.getString("items[0].speaker.entityId");
        assertThat(get("/v1/entities/" + added).getString("name")).isEqualTo("Dana Okafor");
        assertThat(get("/v1/top?of=speaker&kind=direct").getList("items.name")).containsExactly("Dana Okafor");

        given().delete("/v1/quotes/" + id + "/review").then().statusCode(204);

        assertThat(get("/v1/entities?q=okafor").getList("items")).isEmpty();
        JsonPath machine = get("/v1/quotes?speaker=valdor&stance=said");
        assertThat(machine.getFloat("items[0].confidence")).isEqualTo(0.9f);
        assertThat(machine.getMap("items[0].review")).isNull();
        assertThat(get("/v1/quotes?speaker=okafor").getList("items")).isEmpty();
        given().get("/v1/quotes/" + id + "/review").then().statusCode(404);
        assertThat(get("/v1/reviews?state=ended").getList("items")).hasSize(1);
    }

    @Test
    void anOrganisationMaySpeakAlsoOneThatTheMachineTookForAPerson() {
        decide("{\"decision\": \"corrected\", \"speakers\":"
                + " [{\"name\": \"Callum Rennick\", \"type\": \"organisation\"},"
                + " {\"name\": \"Harbour Board\", \"type\": \"organisation\", \"words\": \"harbour master\"}]}");

        store.store(told(EDITED, "test-nlp/2", 60, "\"It will take ten weeks to clear Port Ellery,\""));

        JsonPath quote = get("/v1/quotes?speaker=harbour%20board");
        assertThat(quote.getList("items")).hasSize(1);
        for (int i = 0; i < 2; i++) {
            String speaker = quote.getString("items[0].speakers[" + i + "].entityId");
            assertThat(get("/v1/entities/" + speaker).getString("type")).isEqualTo("organisation");
        }
        assertThat(get("/v1/entities?type=person&q=rennick").getList("items")).hasSize(1);
        given().contentType("application/json")
                .body("{\"decision\": \"corrected\", \"speakers\": [{\"name\": \"A\", \"type\": \"ship\"}]}")
                .put("/v1/quotes/" + id + "/review")
                .then()
                .statusCode(400);
    }

    @Test
    void aRejectedQuoteIsInNoAnswerThatDoesNotAskForIt() {
        decide("{\"decision\": \"rejected\"}");

        for (String list : List.of(
                "/v1/quotes",
                "/v1/quotes?speaker=valdor",
                "/v1/quotes?q=ellery",
                "/v1/timeline",
                "/v1/top",
                "/v1/top?kind=direct",
                "/v1/quotes?review=confirmed")) {
            assertThat(get(list).getList("items")).as(list).isEmpty();
        }
        assertThat(get("/v1/articles/" + ARTICLE).getList("quotes")).isEmpty();
        assertThat(given().get("/v1/exports/quotes").asString()).isEmpty();
        for (String way : List.of(
                "",
                "&speaker=valdor",
                "&speaker=valdor&about=port%20ellery",
                "&q=ellery",
                "&q=ellery&sort=relevance",
                "&sort=stored",
                "&about=nobody&about=port%20ellery")) {
            assertThat(get("/v1/quotes?review=rejected" + way).<String>getList("items.id"))
                    .as(way)
                    .containsExactly(id);
        }
        assertThat(get("/v1/quotes?review=rejected&speaker=rennick").getList("items"))
                .isEmpty();
        assertThat(get("/v1/quotes/" + id).getString("review.decision")).isEqualTo("rejected");
        assertThat(given().get("/v1/exports/quotes?review=rejected").asString().lines())
                .hasSize(1);

        decide("{\"decision\": \"confirmed\"}");

        assertThat(get("/v1/quotes?speaker=valdor").getList("items")).hasSize(1);
        assertThat(get("/v1/reviews").<String>getList("items.decision")).containsExactly("confirmed", "rejected");
    }

    /** The same words by another reader; more of them; a piece of them; two pieces. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "“It will take ten weeks to clear Port Ellery,”",
                "It will take ten weeks to clear Port Ellery,” harbour master",
                "clear Port Ellery",
                "It will take ten weeks|to clear Port Ellery"
            })
    void aLaterReadingDoesNotUndoIt(String pieces) {
        String[] read = pieces.split("\\|");
        decide("{\"decision\": \"corrected\", \"text\": \"it will take ten weeks to clear Port Ellery\","
                + " \"speakers\": [{\"name\": \"Callum Rennick\"}]}");

        store.store(told(STORY, "test-nlp/2", 60, read));

        JsonPath quotes = get("/v1/quotes");
        assertThat(quotes.<String>getList("items.id")).containsExactly(id);
        assertThat(quotes.getString("items[0].text")).isEqualTo("It will take ten weeks to clear Port Ellery");
        assertThat(quotes.getString("items[0].kind")).isEqualTo("indirect");
        assertThat(quotes.getString("items[0].speaker.name")).isEqualTo("Callum Rennick");
        assertThat(get("/v1/quotes/" + id + "/review").getString("state")).isEqualTo("laid");
        assertThat(get("/v1/articles/" + ARTICLE).getList("quotes")).hasSize(1);

        given().delete("/v1/quotes/" + id + "/review").then().statusCode(204);

        assertThat(get("/v1/quotes?speaker=valdor").getList("items")).hasSize(read.length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“It will take ten weeks to clear Port Ellery,”",
                "It will take ten weeks to clear Port Ellery",
                "will take ten weeks to clear Port Ellery,”"
            })
    void whatWasRejectedStaysSo(String read) {
        decide("{\"decision\": \"rejected\"}");

        store.store(told(STORY, "test-nlp/2", 60, read));

        assertThat(get("/v1/quotes").getList("items")).isEmpty();
        assertThat(get("/v1/quotes?review=rejected").<String>getList("items.id"))
                .containsExactly(id);
    }

    @Test
    void whatIsReadWithQuiteOtherBoundsWasNotRejected() {
        decide("{\"decision\": \"rejected\"}");

        store.store(told(STORY, "test-nlp/2", 60, "ten weeks"));

        assertThat(get("/v1/quotes").getList("items.text")).containsExactly("ten weeks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirmed", "corrected", "rejected"})
    void itIsFoundAgainWhereTheArticleWasReadOutOfItsPageAnew(String decision) {
        decide("{\"decision\": \"" + decision + "\""
                + (decision.equals("corrected") ? ", \"speakers\": [{\"name\": \"Callum Rennick\"}]}" : "}"));

        store.store(told(EDITED, "test-nlp/1", 3600, "\"It will take ten weeks to clear Port Ellery,\""));

        String asked = decision.equals("rejected") ? "?review=rejected" : "";
        JsonPath quotes = get("/v1/quotes" + asked);
        assertThat(quotes.<String>getList("items.id")).containsExactly(id);
        assertThat(quotes.getString("items[0].text")).isEqualTo("\"It will take ten weeks to clear Port Ellery,\"");
        int start = quotes.getInt("items[0].spans[0].start");
        assertThat(start).isEqualTo(EDITED.indexOf('"'));
        assertThat(quotes.getString("items[0].review.decision")).isEqualTo(decision);
        assertThat(quotes.getString("items[0].speaker.name"))
                .isEqualTo(decision.equals("corrected") ? "Callum Rennick" : "Ines Valdor");
    }

    @Test
    void whatTheMachineReadsNoMoreIsAnsweredUntilTheArticleHasTheWordsNoMore() {
        decide("{\"decision\": \"confirmed\"}");

        store.store(told(STORY, "test-nlp/2", 60));

        JsonPath quotes = get("/v1/quotes?speaker=valdor&about=port%20ellery");
        assertThat(quotes.getString("items[0].id")).isEqualTo(id);
        assertThat(quotes.getString("items[0].rule")).isEqualTo("editor");
        assertThat(get("/v1/quotes/" + id + "/review").getString("state")).isEqualTo("alone");

        store.store(told(STORY.replace("ten", "twelve"), "test-nlp/2", 3600));

        assertThat(get("/v1/quotes").getList("items")).isEmpty();
        assertThat(get("/v1/reviews?state=orphaned").<String>getList("items.quoteId"))
                .containsExactly(id);

        store.store(told(STORY, "test-nlp/1", 7200, WORDS));

        assertThat(get("/v1/quotes?review=confirmed").getList("items")).hasSize(1);
        assertThat(get("/v1/reviews?state=orphaned").getList("items")).isEmpty();
    }

    @Test
    void theSameAgainChangesNothing() {
        decide(
                "{\"decision\": \"corrected\", \"speakers\": [{\"name\": \"Callum Rennick\"}, {\"name\": \"Dana Okafor\"}]}");
        String before = given().get("/v1/quotes").asString();
        String tag = given().get("/v1/articles/" + ARTICLE).header("ETag");

        store.store(told(STORY, "test-nlp/1", 0, WORDS));

        assertThat(given().get("/v1/quotes").asString()).isEqualTo(before);
        assertThat(get("/v1/quotes").getList("items[0].speakers")).hasSize(2);
        assertThat(given().get("/v1/articles/" + ARTICLE).header("ETag")).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                                     | decision",
                "{\"decision\": \"liked\"}                                              | decision",
                "{\"decision\": \"merged\"}                                             | decision",
                "{\"decision\": \"corrected\"}                                          | decision",
                "{\"decision\": \"corrected\", \"spans\": [], \"speakers\": []}         | decision",
                "{\"decision\": \"confirmed\", \"stance\": \"denied\"}                  | decision",
                "{\"decision\": \"corrected\", \"stance\": \"whispered\"}               | stance",
                "{\"decision\": \"corrected\", \"text\": \"words it does not have\"}    | text",
                "{\"decision\": \"corrected\", \"text\": \"\"}                          | text",
                "{\"decision\": \"corrected\", \"spans\": [{\"field\": \"text\", \"start\": -1, \"end\": 5}]} | spans",
                "{\"decision\": \"corrected\", \"spans\": [{\"field\": \"text\", \"start\": 5, \"end\": 5000}]} | spans",
                "{\"decision\": \"corrected\", \"spans\": [{\"start\": 5, \"end\": 50}]} | spans",
                "{\"decision\": \"corrected\", \"spans\": [null]}                       | spans",
                "{\"decision\": \"corrected\", \"spans\": [{\"field\": \"text\", \"start\": 5, \"end\": 9}, {\"field\": \"text\", \"start\": 3, \"end\": 9}]} | spans",
                "{\"decision\": \"corrected\", \"speakers\": [null]}                    | speakers",
                "{\"decision\": \"corrected\", \"speakers\": [{}]}                      | speakers.name",
                "{\"decision\": \"corrected\", \"speakers\": [{\"name\": \"…\"}]}       | speakers.name",
                "{\"decision\": \"corrected\", \"speakers\": [{\"name\": \"a\\u0000b\"}]} | speakers.name",
                "{\"decision\": \"corrected\", \"speakers\": [{\"entityId\": \"00000000-0000-0000-0000-000000000000\"}]} | speakers.entityId",
                "{\"decision\": \"corrected\", \"unattributed\": true, \"speakers\": [{\"name\": \"Callum Rennick\"}]} | unattributed"
            })
    void whatTheArticleDoesNotHaveIsRefusedByName(String body, String field) {
        given().contentType("application/json")
                .body(body)
                .put("/v1/quotes/" + id + "/review")
                .then()
                .statusCode(400);
        JsonPath problem = given().contentType("application/json")
                .body(body)
                .put("/v1/quotes/" + id + "/review")
                .jsonPath();

        assertThat(problem.getString("errors[0].name")).isEqualTo(field);
        assertThat(get("/v1/reviews").getList("items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"decision\": \"confirmed\", \"by\": \"me\"}", "{\"decision\": 1}", "[]", "null", "\"x\""})
    void whatIsNoDecisionIsRefused(String body) {
        given().contentType("application/json")
                .body(body)
                .put("/v1/quotes/" + id + "/review")
                .then()
                .statusCode(400);
    }

    @Test
    void whatIsNoQuoteCannotBeReviewed() {
        UUID none = new UUID(0, 7);

        given().contentType("application/json")
                .body("{\"decision\": \"confirmed\"}")
                .put("/v1/quotes/" + none + "/review")
                .then()
                .statusCode(404);
        given().delete("/v1/quotes/" + id + "/review").then().statusCode(404);
    }

    /** A reader that now reads two statements, and an editor who has looked at one of them. */
    @Test
    void whatIsExportedHasTheFormOfGoldAndTellsWhatNobodyHasLookedAt() {
        store.store(told(STORY, "test-nlp/2", 60, WORDS, "Mayor Callum Rennick was there"));
        assertThat(given().get("/v1/exports/reviews").asString()).isEmpty();
        decide("{\"decision\": \"corrected\", \"stance\": \"asked\","
                + " \"speakers\": [{\"name\": \"Callum Rennick\"}, {\"name\": \"Ines Valdor\"}]}");

        JsonPath document = new JsonPath(given().get("/v1/exports/reviews").asString());

        String text = document.getString("text");
        assertThat(text).isEqualTo(Events.TITLE + "\n\n" + STORY);
        assertThat(text.substring(0, document.getInt("title_end"))).isEqualTo(Events.TITLE);
        assertThat(document.getList("quotes")).hasSize(1);
        assertThat(text.substring(document.getInt("quotes[0].start"), document.getInt("quotes[0].end")))
                .isEqualTo(WORDS)
                .isEqualTo(document.getString("quotes[0].text"));
        assertThat(document.getString("quotes[0].kind")).isEqualTo("asked");
        assertThat(document.getString("quotes[0].type")).isEqualTo("direct");
        assertThat(document.getString("quotes[0].speaker.entity")).isEqualTo("Callum Rennick");
        assertThat(text.substring(document.getInt("quotes[0].speaker.start"), document.getInt("quotes[0].speaker.end")))
                .isEqualTo("Callum Rennick");
        assertThat(document.<String>getList("quotes[0].who")).containsExactly("Callum Rennick", "Ines Valdor");
        assertThat(document.getString("quotes[0].cue.text")).isEqualTo("said");
        assertThat(document.getList("unreviewed.text")).containsExactly("Mayor Callum Rennick was there");
        assertThat(document.getList("rejected")).isEmpty();
        assertThat(given().get("/v1/exports/reviews?cursor=" + document.getString("cursor"))
                        .asString())
                .isEmpty();
    }

    @Test
    void reviewsAreListedPageByPage() {
        decide("{\"decision\": \"rejected\"}");
        decide("{\"decision\": \"confirmed\"}");

        JsonPath first = get("/v1/reviews?limit=1&author=local");
        assertThat(first.getString("items[0].decision")).isEqualTo("confirmed");
        assertThat(first.getInt("total.value")).isEqualTo(2);
        JsonPath second = get(first.getString("next"));
        assertThat(second.getString("items[0].decision")).isEqualTo("rejected");
        assertThat(second.getString("items[0].endedBy")).isEqualTo("local");
        assertThat(second.getString("next")).isNull();
        assertThat(get("/v1/reviews?author=nobody").getList("items")).isEmpty();
        assertThat(get("/v1/reviews?from=2099-01-01").getList("items")).isEmpty();
        assertThat(get("/v1/reviews?state=standing&decision=confirmed").getList("items"))
                .hasSize(1);
    }

    private JsonPath decide(String body) {
        return given().contentType("application/json")
                .body(body)
                .put("/v1/quotes/" + id + "/review")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** A reading of a text in which the harbour master says some of its words. */
    static Analysis told(String text, String analyser, int seconds, String... words) {
        Instant fetchedAt = Events.MORNING.plusSeconds(seconds < 3600 ? 0 : seconds);
        List<Entity> entities = new ArrayList<>();
        List<Mention> mentions = new ArrayList<>();
        for (String name : NAMES) {
            int number = entities.size();
            entities.add(
                    new Entity(number, number < 2 ? EntityType.PERSON : EntityType.PLACE, name, List.of(), List.of()));
            mentions.add(new Mention(number, MentionKind.NAME, span(text, name), name));
        }
        Span master = span(text, NAMES.getFirst());
        List<Quote> quotes = new ArrayList<>();
        for (String each : words) {
            quotes.add(new Quote(
                    UUID.nameUUIDFromBytes((ARTICLE + each).getBytes(StandardCharsets.UTF_8)),
                    QuoteKind.DIRECT,
                    List.of(span(text, each)),
                    each,
                    new Cue(span(text, "said"), "said"),
                    new Speaker(master, NAMES.getFirst(), 0),
                    0.9,
                    "test"));
        }
        return new Analysis(
                Events.article(ARTICLE, text, fetchedAt),
                analyser,
                fetchedAt.plusSeconds(5 + seconds),
                List.of(new Span(Field.TITLE, 0, Events.TITLE.length()), new Span(Field.TEXT, 0, text.length())),
                entities,
                mentions,
                quotes);
    }

    private static Span span(String text, String words) {
        int start = text.indexOf(words);
        return new Span(Field.TEXT, start, start + words.length());
    }

    private static JsonPath get(String path) {
        return given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
