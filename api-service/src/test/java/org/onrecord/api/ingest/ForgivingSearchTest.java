package org.onrecord.api.ingest;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** Words and names are found in whatever spelling they are asked for. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class ForgivingSearchTest {

    @Inject
    AnalysisStore store;

    @Inject
    StoredBefore storedBefore;

    @Inject
    DataSource database;

    private StoredNews news;

    @BeforeEach
    void stored() throws SQLException {
        news = new StoredNews(database);
        news.run("DELETE FROM article_waiting");
        say("holt", "Anne-Marie Holt-Baxter", "The quay is closed", "");
        say("berg", "Caroline van den Berg", "The tide is high at the end of the pier", "");
        say("tarrant", "John Tarrant Jr.", "High water, low tide, and the start of a season", "");
        say("hallam", "Sir Peter Hallam", "We negotiated with the university", "");
        say("muniz", "João Muñiz", "The café needs a new façade, a naïve rôle for my fiancé", "");
        say("osei", "Osei", "The Straße is ﬂooded", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "speaker=Holt-Baxter                           | holt",
                "speaker=Holt                                  | holt",
                "speaker=van%20den%20Berg                      | berg",
                "speaker=John%20Tarrant                        | tarrant",
                "speaker=Tarrant                               | tarrant",
                "speaker=Mr%20Osei                             | osei",
                "speaker=Lt%20Gen%20Sir%20Peter%20Hallam       | hallam",
                "speaker=Peter%20Hallam                        | hallam",
                "speaker=Jr                                    | ''",
                "speaker=Osei&speaker=Berg                     | osei berg",
                "speaker=Tarrant&speaker=John%20Tarrant%20Jr.  | tarrant",
                "speaker=Osei&speaker=Berg&q=tide              | berg",
                "speaker=Osei&speaker=Berg&site=www.courier.example&site=other.example | osei berg",
                "site=other.example&site=third.example         | ''",
                "speaker=Osei&speaker=Berg&about=Nobody&about=Nothing | ''",
                "q=cafe                                        | muniz",
                "q=CAF%C3%89                                   | muniz",
                "q=facade%20naive%20role%20fiance              | muniz",
                "q=strasse                                     | osei",
                "q=flooded                                     | osei",
                "q=tide%20high                                 | berg tarrant",
                "q=%E2%80%9Ctide%20high%E2%80%9D               | ''",
                "q=%E2%80%9Clow%20tide%E2%80%9D                | tarrant",
                "q=%22end%20of%20the%20pier%22                 | berg",
                "q=(quay%20OR%20pier)%20NOT%20closed           | berg",
                "q=negotiati*                                  | hallam",
                "q=universit*                                  | hallam",
                "q=caf*                                        | muniz",
                "q=the                                         | ''",
                "q=%22%22%20pier                               | berg",
                "q=%22...%22%20OR%20-%20OR%20pier              | berg",
            })
    void whatIsAskedForIsFound(String query, String expected) {
        List<String> paths =
                Stream.of(expected.split(" ")).filter(name -> !name.isEmpty()).toList();

        JsonPath listed = get("/v1/quotes?limit=3&" + query);
        String exported = given().urlEncodingEnabled(false)
                .get("/v1/exports/quotes?" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(listed.<String>getList("items.article.id"))
                .containsExactlyInAnyOrderElementsOf(paths.stream()
                        .map(path -> StoredNews.id(path).toString())
                        .toList());
        assertThat(listed.getInt("total.value")).isEqualTo(paths.size());
        assertThat(exported.lines()).hasSize(paths.size());
    }

    @Test
    void severalNamesArePagedThroughLikeOne() throws SQLException {
        say("second", "Osei", "The second", "");
        String path = "/v1/quotes?speaker=osei&speaker=berg&speaker=tarrant&limit=1";
        List<String> seen = new ArrayList<>();
        while (path != null) {
            JsonPath page = get(path);
            assertThat(page.getInt("total.value")).isEqualTo(4);
            seen.addAll(page.getList("items.article.id"));
            path = page.getString("next");
        }
        assertThat(seen).hasSize(4).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "speaker=Tarant              | John Tarrant Jr.",
                "speaker=Caroline%20Vandenberg | Caroline van den Berg",
                "speaker=Peter%20Hallem      | Sir Peter Hallam",
                "speaker=Ossei&speaker=Muniss | Osei",
                "speaker=Jhon%20Tarant       | John Tarrant Jr.",
                "speaker=Tarrant&q=nothing   | ''",
                "speaker=Xqzwvy              | ''",
                "q=nothing                   | ''",
            })
    void aNameThatNobodyBearsIsAnsweredWithOneLikeIt(String query, String meant) {
        JsonPath answer = get("/v1/quotes?" + query);

        assertThat(answer.getList("items")).isEmpty();
        List<String> names = answer.getList("didYouMean");
        if (meant.isEmpty()) {
            assertThat(names).isNull();
        } else {
            assertThat(names).contains(meant);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q=cafe%20role          | café rôle",
                "q=flooded%20strasse    | Straße ﬂooded",
                "q=tides&speaker=berg   | tide",
                "speaker=berg           | ''",
            })
    void theWordsFoundAreHighlighted(String query, String words) {
        JsonPath answer = get("/v1/quotes?" + query);

        assertThat(highlighted(answer, "items[0]")).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q=CAFE%20role&passages=true            | café rôle",
                "q=cafes&passages=true&sort=relevance   | café",
                "q=ferry%20(winter%20OR%20summer)&passages=true | ferry Winter",
            })
    void theParagraphIsShownInWhichTheWordsStand(String query, String words) throws SQLException {
        say(
                "ferries",
                "Osei",
                "No ferry for a week",
                "\n\nA ferry, or two?\n\n" + "Long words. ".repeat(200)
                        + "ferry winter ferry winter\n\nThe ferry goes <b>all</b> Winter.");

        JsonPath answer = get("/v1/articles?" + query);

        assertThat(answer.getList("items")).hasSize(1);
        assertThat(highlighted(answer, "items[0].passage")).isEqualTo(words);
        assertThat(get("/v1/articles?q=ferry").getMap("items[0].passage")).isNull();
        assertThat(get("/v1/articles?passages=true").getList("items.passage")).containsOnlyNulls();
        given().get("/v1/articles?q=ferry&passages=yes").then().statusCode(400);
    }

    private static String highlighted(JsonPath answer, String of) {
        String text = answer.getString(of + ".text");
        List<Integer> starts = answer.getList(of + ".highlights.start");
        List<Integer> ends = answer.getList(of + ".highlights.end");
        List<String> found = new ArrayList<>();
        for (int i = 0; starts != null && i < starts.size(); i++) {
            found.add(text.substring(starts.get(i), ends.get(i)));
        }
        return String.join(" ", found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quotes", "articles"})
    void theMostRelevantComeFirst(String kind) throws SQLException {
        say("far", "Osei", "The lamp was lit, and many years afterwards somebody built a new house", "");
        say("near", "Osei", "The lamp house", "");
        String id = kind.equals("quotes") ? "items.article.id" : "items.id";

        JsonPath first = get("/v1/" + kind + "?q=lamp%20house&sort=relevance&limit=1");
        JsonPath second = get(first.getString("next"));

        assertThat(first.<String>getList(id))
                .containsExactly(StoredNews.id("near").toString());
        assertThat(second.<String>getList(id))
                .containsExactly(StoredNews.id("far").toString());
        assertThat(second.getString("next")).isNull();
        assertThat(second.getInt("total.value")).isEqualTo(2);
    }

    @Test
    void whatCannotBeMeantIsRefusedWithAHint() {
        given().urlEncodingEnabled(false)
                .get("/v1/quotes?q=tide%20AND")
                .then()
                .statusCode(400)
                .body("errors[0].name", equalTo("q"))
                .body("errors[0].message", containsString("quotation marks"));
        given().get("/v1/quotes?speaker=Osei&speaker=…")
                .then()
                .statusCode(400)
                .body("errors[0].name", equalTo("speaker"));
        given().get("/v1/quotes?kind=direct&kind=mixed")
                .then()
                .statusCode(400)
                .body("errors[0].message", equalTo("must be given once"));
    }

    @Test
    void theTailOfALongArticleIsFoundAndTheLongestIsStored() throws SQLException {
        say("long", "Osei", "Long", "Boats came in. ".repeat(20_000) + "Then the lighthouse fell.");
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 150_000; i++) {
            words.append('w').append(Integer.toString(i, 36)).append(' ');
        }
        say("words", "Osei", "Words", words.toString());

        assertThat(get("/v1/articles?q=lighthouse").<String>getList("items.id"))
                .containsExactly(StoredNews.id("long").toString());
        assertThat(get("/v1/articles?q=w2s").<String>getList("items.id"))
                .containsExactly(StoredNews.id("words").toString());
    }

    @Test
    void whatAnEarlierReleaseStoredIsFoundLikewise() throws SQLException {
        news.store("/old", "2014-06-16T12:00:00Z", "Sir Lukas van der Meer", "The café is open", "Iran");
        assertThat(get("/v1/quotes?speaker=van%20der%20meer").getList("items")).isEmpty();
        news.run("INSERT INTO article_waiting SELECT article_id, dated_at FROM article");

        while (storedBefore.settle(2) > 0) {
            // Again, until nothing waits.
        }

        assertThat(news.count("article_waiting")).isZero();
        for (String query : List.of("speaker=van%20der%20meer", "speaker=Lukas%20van%20der%20Meer", "q=cafe%20open")) {
            assertThat(get("/v1/quotes?" + query).getList("items")).as(query).hasSize(1);
        }
        assertThat(get("/v1/articles?q=cafe%20open").getList("items")).hasSize(1);
        assertThat(get("/v1/articles?entity=Meer").getList("items")).hasSize(1);
    }

    /** {@code “WORDS,” NAME said.} and more. */
    private void say(String path, String name, String words, String more) {
        String said = "“" + words + ",”";
        String text = said + " " + name + " said. " + more;
        Span quoted = new Span(Field.TEXT, 0, said.length());
        Span speaker = new Span(Field.TEXT, said.length() + 1, said.length() + 1 + name.length());
        Span cue = new Span(Field.TEXT, speaker.end() + 1, speaker.end() + 5);
        UUID articleId = StoredNews.id(path);
        store.store(new Analysis(
                Events.article(articleId, text, Events.MORNING),
                "test-nlp/1",
                Events.MORNING,
                List.of(new Span(Field.TEXT, 0, text.length())),
                List.of(new Entity(0, EntityType.PERSON, name, List.of(), List.of())),
                List.of(new Mention(0, MentionKind.NAME, speaker, name)),
                List.of(new Quote(
                        StoredNews.id("quote " + path),
                        QuoteKind.DIRECT,
                        List.of(quoted),
                        said,
                        new Cue(cue, "said"),
                        new Speaker(speaker, name, 0),
                        0.9,
                        "test"))));
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
