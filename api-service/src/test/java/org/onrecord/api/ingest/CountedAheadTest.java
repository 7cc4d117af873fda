package org.onrecord.api.ingest;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.onrecord.api.StoredNews;
import org.onrecord.api.person.PeopleStore;
import org.onrecord.api.takedown.Takedowns;
import org.onrecord.api.timeline.Tally;
import org.onrecord.contracts.Analysis;
import org.onrecord.contracts.Article;
import org.onrecord.contracts.Block;
import org.onrecord.contracts.BlockKind;
import org.onrecord.contracts.Entity;
import org.onrecord.contracts.EntityType;
import org.onrecord.contracts.Field;
import org.onrecord.contracts.Mention;
import org.onrecord.contracts.MentionKind;
import org.onrecord.contracts.Quote;
import org.onrecord.contracts.QuoteKind;
import org.onrecord.contracts.Span;
import org.onrecord.contracts.Speaker;
import org.onrecord.contracts.Stance;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.api.Eventually.eventually;

/** What is counted ahead is what the rows say, whatever happens to them and whoever writes meanwhile. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class CountedAheadTest {

    private static final int STEPS = 40;
    private static final int ARTICLES = 8;
    private static final int FOLD = 3;
    private static final int ASKED = 8;

    /** Two of one surname, whom the settling tells apart, and one who is named without a first name. */
    private static final List<String> PEOPLE = List.of("Ines Valdor", "Callum Rennick", "Mara Valdor", "Valdor");

    private static final List<String> PLACES = List.of("Port Ellery", "Leeds");
    private static final List<String> SITES = List.of("courier.example", "herald.example", "");
    private static final List<String> DATES = List.of(
            "2026-01-31T23:59:59.999999Z",
            "2026-02-01T00:00:00Z",
            "2026-02-14T12:00:00Z",
            "2026-02-15T00:00:00Z",
            "2026-04-30T23:00:00Z",
            "2025-12-31T00:00:00Z");

    private static final List<String> PERIODS = List.of(
            "",
            "&from=2026-02-01",
            "&to=2026-02-14",
            "&from=2026-01-31&to=2026-04-29",
            "&from=2026-02-14&to=2026-02-14",
            "&from=2026-01-31T23:59:59.999999Z&to=2026-02-14T12:00:00Z",
            "&from=2025-01-01&to=2025-12-31");

    private static final List<String> PLACES_OF_PRINT =
            List.of("", "&site=courier.example", "&site=courier.example&site=herald.example");

    private static final List<String> QUESTIONS = Stream.of(
                    "top?limit=100&of=speaker",
                    "top?limit=100&of=about",
                    "top?limit=100&of=site",
                    "timeline?interval=day",
                    "timeline?interval=month")
            .flatMap(what -> PERIODS.stream().map(period -> what + period))
            .flatMap(what -> PLACES_OF_PRINT.stream().map(sites -> what + sites))
            .toList();

    /** A filter that lets everything through and of which there are no counts. */
    private static final String FROM_THE_ROWS = "&minConfidence=0";

    /** How many counts are other than the rows, of one moment. */
    private static final String WRONG = """
            WITH rows AS (
                SELECT role, key, count(*) AS quotes FROM quote_name
                WHERE current AND stance <> 'unsaid' AND key LIKE '________-____-____-____-____________' GROUP BY role, key
                UNION ALL SELECT 'any', a.site, count(*) FROM quote q JOIN article a USING (article_id)
                WHERE q.current AND q.stance <> 'unsaid' AND a.site IS NOT NULL GROUP BY a.site
            ), counts AS (
                SELECT role, key, sum(quotes) AS quotes FROM (
                    SELECT role, key::text, quotes FROM tally WHERE span = 'all' AND role <> 'any'
                    UNION ALL SELECT role, site, quotes FROM tally WHERE span = 'site-day' AND role = 'any'
                    UNION ALL SELECT role, CASE WHEN role = 'any' THEN site ELSE key::text END, quotes FROM tally_missing()
                    WHERE role <> 'any' OR site <> '') AS part
                GROUP BY role, key HAVING sum(quotes) <> 0
            )
            SELECT count(*) FROM ((SELECT * FROM rows EXCEPT SELECT * FROM counts)
                UNION ALL (SELECT * FROM counts EXCEPT SELECT * FROM rows)) AS wrong
            """;

    /** Counts that are not of what was counted of the articles, or of nothing. */
    private static final String ASTRAY = """
            WITH parts AS (
                SELECT t.role, t.site, t.day, each.key, each.quotes
                FROM tallied t, unnest(t.keys, t.quotes) AS each (key, quotes)
            ), counts AS (
                SELECT 'all' AS span, role, '' AS site, '-infinity'::date AS start, key, sum(quotes) AS quotes
                FROM parts WHERE role <> 'any' GROUP BY role, key
                UNION ALL SELECT 'month', role, '', date_trunc('month', day::timestamp)::date, key, sum(quotes)
                FROM parts GROUP BY 2, 4, 5
                UNION ALL SELECT 'day', role, '', day, key, sum(quotes) FROM parts GROUP BY 2, 4, 5
                UNION ALL SELECT 'site-month', role, site, date_trunc('month', day::timestamp)::date, key, sum(quotes)
                FROM parts WHERE site <> '' GROUP BY 2, 3, 4, 5
                UNION ALL SELECT 'site-day', role, site, day, key, sum(quotes)
                FROM parts WHERE site <> '' AND role = 'any' GROUP BY 2, 3, 4, 5
            )
            SELECT count(*) FROM ((SELECT * FROM counts EXCEPT ALL SELECT * FROM tally)
                UNION ALL (SELECT * FROM tally EXCEPT ALL SELECT * FROM counts)) AS astray
            """;

    @Inject
    AnalysisStore store;

    @Inject
    PeopleStore people;

    @Inject
    Takedowns takedowns;

    @Inject
    Tally tally;

    @Inject
    DataSource database;

    private final List<Analysis> stored = new ArrayList<>();

    @BeforeEach
    void nothing() throws SQLException {
        new StoredNews(database);
        run("UPDATE tally_before SET done = true");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void everyAnswerIsThatOfTheRowsAfterEachStep(int seed) throws SQLException {
        Random random = new Random(seed);
        List<String> steps = new ArrayList<>();

        for (int step = 0; step < STEPS; step++) {
            // What waits is read from the rows: a change that nobody tells of shows in what was counted alone.
            if (random.nextInt(4) > 0) {
                allCounted();
            }
            steps.add(step(random));
            for (int i = 0; i < ASKED; i++) {
                assertAnswerOfTheRows(any(QUESTIONS, random), steps);
            }
        }
        for (String question : QUESTIONS) {
            assertAnswerOfTheRows(question, steps);
        }

        counted();
    }

    /** The service settles people by itself: what the rows say has to be the same before and after. */
    private static void assertAnswerOfTheRows(String question, List<String> steps) {
        String rows;
        String counts;
        String again = get(question + FROM_THE_ROWS);
        do {
            rows = again;
            counts = get(question);
            again = get(question + FROM_THE_ROWS);
        } while (!rows.equals(again));
        assertThat(counts).as("%s after %s", question, steps).isEqualTo(rows);
    }

    @Test
    void everyAnswerIsThatOfTheRowsWhileOthersWrite() throws Exception {
        int writers = 2;
        int each = 150;
        try (ExecutorService threads = Executors.newFixedThreadPool(writers + 1)) {
            List<Future<?>> writing = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                Random random = new Random(writer);
                writing.add(threads.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        store.store(told(random));
                    }
                }));
            }
            Future<?> taking = threads.submit(() -> takedowns.take(article(0), "a court"));
            while (!writing.stream().allMatch(Future::isDone) || !taking.isDone()) {
                assertThat(number(WRONG)).isZero();
                tally.settle(FOLD);
                people.settle(1);
            }
            for (Future<?> one : writing) {
                one.get();
            }
            taking.get();
        }

        assertThat(number(WRONG)).isZero();
        counted();
    }

    @Test
    void whatWasStoredBeforeIsCountedWhileMoreComes() throws SQLException {
        Random random = new Random(7);
        for (int i = 0; i < 40; i++) {
            store.store(told(random));
        }
        // As an upgrade finds it.
        run("TRUNCATE tally, tallied, tally_waiting");
        run("UPDATE tally_before SET done = false, dated_at = '-infinity', article_id = '" + new UUID(0, 0) + "'");

        for (int i = 0; i < 10; i++) {
            store.store(told(random));
            tally.settle(FOLD);
        }
        eventually().until(() -> {
            tally.settle(FOLD);
            return number("SELECT count(*) FROM tally_before WHERE done") == 1;
        });

        assertThat(number(WRONG)).isZero();
        counted();
    }

    /** No quote changes with it, so that its own trigger has to tell. */
    @Test
    void anArticleThatGoesToAnotherSiteIsCountedThere() throws SQLException {
        Random random = new Random(3);
        for (int i = 0; i < 20; i++) {
            store.store(told(random));
        }
        allCounted();

        run("UPDATE article SET site = 'moved.example' WHERE site IS NOT NULL");

        assertThat(number(WRONG)).isZero();
        counted();
        assertThat(number("SELECT count(DISTINCT site) FROM tally WHERE site <> '' AND site <> 'moved.example'"))
                .isZero();
        assertThat(number("SELECT count(*) FROM tally WHERE site = 'moved.example'"))
                .isPositive();
    }

    /** Behind it all every article that waited is counted, and nothing else. */
    private void counted() throws SQLException {
        eventually().until(() -> {
            tally.settle(FOLD);
            return number("SELECT count(*) FROM tally_waiting") == 0
                    && number("SELECT count(*) FROM surname_waiting") == 0;
        });
        assertThat(number(WRONG)).isZero();
        assertThat(number(ASTRAY)).isZero();
        assertThat(number("SELECT count(*) FROM tally WHERE quotes <= 0")).isZero();
    }

    private void allCounted() {
        eventually().pollInSameThread().until(() -> {
            tally.settle(1000);
            return number("SELECT count(*) FROM tally_waiting") == 0;
        });
    }

    private String step(Random random) throws SQLException {
        int what = random.nextInt(20);
        return switch (what) {
            case 0 ->
                "taken down: "
                        + takedowns
                                .take(article(random.nextInt(ARTICLES) / 2), "a court")
                                .isPresent();
            case 1, 2 -> review(random, "{\"decision\": \"rejected\"}");
            case 3 ->
                review(
                        random,
                        "{\"decision\": \"corrected\", \"speakers\": [{\"name\": \"" + any(PEOPLE, random)
                                + "\"}, {\"name\": \"Dana Okafor\"}]}");
            case 4 -> review(random, "{\"decision\": \"corrected\", \"stance\": \"unsaid\"}");
            case 5 ->
                first("SELECT quote_id::text FROM quote WHERE review IS NOT NULL ORDER BY 1")
                        .map(id -> "undone: "
                                + given().delete("/v1/quotes/" + id + "/review").statusCode())
                        .orElse("nothing to undo");
            case 6 -> "merged: " + decide("merge", "{\"into\": \"" + person(random) + "\"}", random);
            case 7 -> "renamed: " + decide("rename", "{\"name\": \"Rose Quarmby\"}", random);
            case 8 ->
                "separated: "
                        + decide("separate", "{\"articles\": [\"" + article(random.nextInt(ARTICLES)) + "\"]}", random);
            case 9 ->
                first("SELECT review_id::text FROM review WHERE person_id IS NOT NULL AND ended_at IS NULL ORDER BY 1")
                        .map(id ->
                                "undone: " + given().delete("/v1/reviews/" + id).statusCode())
                        .orElse("nobody to undo");
            case 10, 11 -> {
                run("DELETE FROM surname_settled");
                yield "settled: " + people.settle(10);
            }
            case 12 -> "counted: " + tally.settle(FOLD);
            case 13 -> stored.isEmpty() ? "nothing again" : "again: " + store.store(any(stored, random));
            default -> {
                Analysis analysis = told(random);
                stored.add(analysis);
                yield "stored: " + store.store(analysis);
            }
        };
    }

    private String review(Random random, String body) throws SQLException {
        List<String> quotes = texts("SELECT quote_id::text FROM quote WHERE current ORDER BY 1");
        return quotes.isEmpty()
                ? "nothing to review"
                : body
                        + given().contentType("application/json")
                                .body(body)
                                .put("/v1/quotes/" + any(quotes, random) + "/review")
                                .statusCode();
    }

    private int decide(String what, String body, Random random) throws SQLException {
        return given().contentType("application/json")
                .body(body)
                .post("/v1/people/" + person(random) + "/" + what)
                .statusCode();
    }

    private String person(Random random) throws SQLException {
        List<String> ids = texts("SELECT DISTINCT entity_id::text FROM entity WHERE type = 'person' ORDER BY 1");
        return ids.isEmpty() ? new UUID(0, 1).toString() : any(ids, random);
    }

    private static UUID article(int number) {
        return new UUID(0x3000, 0x8000000000000000L + number);
    }

    /** An article as somebody may have read it: of any date and site, by one of three readers, with any speakers. */
    private static Analysis told(Random random) {
        UUID id = article(random.nextInt(ARTICLES));
        String place = any(PLACES, random);
        String one = any(PEOPLE, random);
        String other = any(PEOPLE, random);
        String first = "“It will take " + random.nextInt(3) + " weeks to clear " + place + " for us,”";
        String second = "“We were never asked about " + random.nextInt(2) + " of the ships,”";
        String text = first + " " + one + " said. " + second + " " + one + " and " + other + " said in " + place + ".";
        List<Entity> entities = new ArrayList<>(List.of(
                new Entity(0, EntityType.PERSON, one, List.of(), List.of()),
                new Entity(1, EntityType.PLACE, place, List.of(), List.of()),
                new Entity(2, EntityType.PERSON, other, List.of(), List.of())));
        Speaker speaker = new Speaker(span(text, one, 0), one, 0);
        Span joint = span(text, " and " + other, text.indexOf(second));
        Speaker joined = new Speaker(new Span(Field.TEXT, joint.start() + 5, joint.end()), other, 2);
        Speaker again = new Speaker(span(text, one, text.indexOf(second)), one, 0);
        Stance stance = random.nextInt(4) == 0 ? Stance.UNSAID : any(List.of(Stance.values()), random);
        return new Analysis(
                article(id, text, random),
                "test-nlp/" + random.nextInt(1, 4),
                Events.MORNING.plusSeconds(100_000 + random.nextInt(1000)),
                List.of(new Span(Field.TITLE, 0, Events.TITLE.length()), new Span(Field.TEXT, 0, text.length())),
                entities,
                List.of(
                        new Mention(1, MentionKind.NAME, span(text, place, 0), place),
                        new Mention(0, MentionKind.NAME, speaker.span(), one),
                        new Mention(2, MentionKind.NAME, joined.span(), other)),
                List.of(
                        quote(id, text, first, stance, List.of(speaker)),
                        quote(
                                id,
                                text,
                                second,
                                Stance.SAID,
                                one.equals(other) ? List.of(again) : List.of(again, joined))));
    }

    private static Quote quote(UUID article, String text, String said, Stance stance, List<Speaker> speakers) {
        return new Quote(
                UUID.nameUUIDFromBytes((article + said).getBytes(StandardCharsets.UTF_8)),
                QuoteKind.DIRECT,
                List.of(span(text, said, 0)),
                said,
                null,
                speakers.getFirst(),
                0.9,
                "test",
                stance,
                speakers);
    }

    private static Article article(UUID id, String text, Random random) {
        Instant fetchedAt = Events.MORNING.plusSeconds(random.nextInt(1000));
        String site = any(SITES, random);
        String url = "https://news.example/" + id;
        return new Article(
                id,
                Integer.toHexString(text.hashCode()),
                UUID.nameUUIDFromBytes((id + "" + fetchedAt).getBytes(StandardCharsets.UTF_8)),
                url,
                url,
                url,
                site.isEmpty() ? null : site,
                null,
                Events.TITLE,
                List.of(),
                random.nextInt(5) == 0 ? null : Instant.parse(any(DATES, random)),
                null,
                null,
                "en",
                null,
                text,
                List.of(new Block(BlockKind.PARAGRAPH, 0, text.length(), null)),
                List.of(),
                Map.of(),
                fetchedAt,
                "test-extract/1",
                null);
    }

    private static Span span(String text, String words, int from) {
        int start = text.indexOf(words, from);
        return new Span(Field.TEXT, start, start + words.length());
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static String get(String question) {
        return given().get("/v1/" + question).then().statusCode(200).extract().asString();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        return Long.parseLong(texts(sql).getFirst());
    }

    private Optional<String> first(String sql) throws SQLException {
        return texts(sql).stream().findFirst();
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }
}
