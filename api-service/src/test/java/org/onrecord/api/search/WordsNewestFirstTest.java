package org.onrecord.api.search;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import org.onrecord.api.StoredNews;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What is found by words in one stretch of time after the other, held against the dates of what was stored. */
@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
class WordsNewestFirstTest {

    private static final Instant NEWEST = Instant.parse("2026-02-03T10:00:00Z");
    private static final int STORED = 130;

    @Inject
    DataSource database;

    private List<Instant> dates;

    /** Most of the last months, some of long ago, one of a page that is dated far ahead; every third has a word, some old ones another. */
    @BeforeEach
    void newsOfManyYears() throws SQLException {
        Random random = new Random(3);
        StoredNews news = new StoredNews(database);
        dates = new ArrayList<>(List.of(Instant.parse("2099-05-05T05:05:05Z"), Instant.parse("1850-01-01T00:00:00Z")));
        while (dates.size() < STORED) {
            long days = (long) (4000 * Math.pow(random.nextDouble(), 4));
            dates.add(NEWEST.minus(days, ChronoUnit.DAYS).minus(random.nextInt(86_400), ChronoUnit.SECONDS));
        }
        dates.sort(Comparator.reverseOrder());
        for (int i = 0; i < STORED; i++) {
            String words = i % 3 == 0 ? "A ceasefire holds" : isRare(i) ? "The armistice holds" : "The truce holds";
            news.store("/" + i, dates.get(i).toString(), "John Kerry", words, "Iran");
        }
    }

    /** Behind those of which the frequency of a word is told. */
    private static boolean isRare(int number) {
        return number > 100 && number % 3 == 1;
    }

    @ParameterizedTest
    @ValueSource(strings = {"quotes", "articles"})
    void pagesHaveEveryRowOnceInTheOrderOfDates(String kind) {
        assertThat(walk(kind, "q=holds&limit=17")).isEqualTo(dates);
        assertThat(walk(kind, "q=ceasefire&limit=7")).isEqualTo(dated(i -> i % 3 == 0));
        assertThat(walk(kind, "q=holds%20-ceasefire&limit=50")).isEqualTo(dated(i -> i % 3 != 0));
        assertThat(walk(kind, "q=armistice&limit=4"))
                .hasSizeGreaterThan(8)
                .isEqualTo(dated(WordsNewestFirstTest::isRare));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quotes", "articles"})
    void aPeriodHolds(String kind) {
        Instant from = Instant.parse("2017-03-04T00:00:00Z");
        Instant before = Instant.parse("2025-12-25T00:00:00Z");

        assertThat(walk(kind, "q=holds&limit=10&from=2017-03-04&to=2025-12-24"))
                .isNotEmpty()
                .isEqualTo(
                        dated(i -> !dates.get(i).isBefore(from) && dates.get(i).isBefore(before)));
        assertThat(walk(kind, "q=armistice&limit=3&from=2017-03-04&to=2025-12-24"))
                .isNotEmpty()
                .isEqualTo(dated(i -> isRare(i)
                        && !dates.get(i).isBefore(from)
                        && dates.get(i).isBefore(before)));
        assertThat(walk(kind, "q=holds&to=1900-01-01")).hasSize(1);
        assertThat(walk(kind, "q=holds&from=2090-01-01")).hasSize(1);
        assertThat(walk(kind, "q=holds&from=2100-01-01")).isEmpty();
        assertThat(walk(kind, "q=the")).isEmpty();
    }

    @Test
    void theTotalIsHonestOnEveryPage() {
        JsonPath few = get("/v1/quotes?q=ceasefire&limit=5");
        JsonPath rare = get("/v1/quotes?q=armistice&limit=2");
        JsonPath many = get("/v1/quotes?q=holds&limit=5");

        assertThat(few.getMap("total")).containsEntry("value", 44).containsEntry("relation", "exact");
        assertThat(get(few.getString("next")).getMap("total"))
                .containsEntry("value", 44)
                .containsEntry("relation", "exact");
        assertThat(rare.getMap("total")).containsEntry("value", 9).containsEntry("relation", "exact");
        assertThat(many.getMap("total")).containsEntry("value", 100).containsEntry("relation", "atLeast");
        assertThat(get("/v1/quotes?q=holds&limit=5&speaker=kerry").getMap("total"))
                .containsEntry("value", 100)
                .containsEntry("relation", "atLeast");
        assertThat(get("/v1/quotes?limit=5&speaker=kerry").getMap("total"))
                .containsEntry("value", STORED)
                .containsEntry("relation", "exact");
    }

    private List<Instant> dated(IntPredicate numbers) {
        return IntStream.range(0, STORED).filter(numbers).mapToObj(dates::get).toList();
    }

    private static List<Instant> walk(String kind, String question) {
        List<Instant> seen = new ArrayList<>();
        String path = "/v1/" + kind + "?" + question;
        while (path != null) {
            JsonPath page = get(path);
            page.getList(kind.equals("quotes") ? "items.article.date" : "items.date", String.class)
                    .forEach(date -> seen.add(Instant.parse(date)));
            path = page.getString("next");
        }
        return seen;
    }

    private static JsonPath get(String path) {
        return given().urlEncodingEnabled(false)
                .when()
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
