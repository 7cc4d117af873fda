package org.onrecord.api.export;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.onrecord.api.StoredNews;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
@QuarkusTestResource(KafkaTestResource.class)
class ExportTest {

    private static final int STORIES = 40;

    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void stories() throws SQLException {
        StoredNews news = new StoredNews(database);
        for (int i = 0; i < STORIES; i++) {
            news.store(
                    "/" + i,
                    "2014-06-%02dT12:00:00Z".formatted(1 + i % 20),
                    i % 2 == 0 ? "John Kerry" : "José Ortega",
                    "The harbour plan number " + i + " is ours",
                    "Iran");
        }
    }

    @Test
    void everyQuoteIsALineOfJsonThatIsWhatTheListAnswers() throws IOException {
        List<String> lines = lines("/v1/exports/quotes");

        assertThat(lines).hasSize(STORIES);
        JsonNode first = json.readTree(lines.getFirst());
        JsonNode listed =
                json.readTree(given().get("/v1/quotes/" + first.path("id").asText())
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
        ((com.fasterxml.jackson.databind.node.ObjectNode) first).remove("cursor");
        assertThat(first).isEqualTo(listed);
    }

    @Test
    void anExportThatBrokeOffGoesOnAfterItsLastLine() throws IOException {
        List<String> whole = lines("/v1/exports/quotes?speaker=Kerry");
        String cursor = json.readTree(whole.get(6)).path("cursor").asText();

        List<String> rest = lines("/v1/exports/quotes?speaker=Kerry&cursor=" + cursor);

        assertThat(whole).hasSize(STORIES / 2);
        assertThat(rest).isEqualTo(whole.subList(7, whole.size()));
    }

    @Test
    void asCsvForSpreadsheets() {
        String csv = given().get("/v1/exports/quotes?format=csv&to=2014-06-01")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", containsString("quotes.csv"))
                .extract()
                .asString();

        assertThat(csv.split("\r\n")).hasSize(3);
        assertThat(csv)
                .startsWith("id,kind,text,speaker,")
                .contains(",\"“The harbour plan number 0 is ours,”\",John Kerry,")
                .contains(",said,John Kerry,Senator,said,")
                .contains(",text 0-36,cue-after,20");
    }

    @ParameterizedTest
    @CsvSource({
        "format=xml, format must be jsonl, csv or csv-excel",
        "cursor=x, cursor must be that",
        "limit=5, limit is not a parameter",
        "kind=shouted, kind must be",
        "stance=meant, stance must be",
        "'stance=said,', stance must be"
    })
    void whatCannotBeExportedIsAProblem(String query, String detail) {
        given().get("/v1/exports/quotes?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400))
                .body("detail", containsString(detail));
    }

    private static List<String> lines(String path) {
        return given().get(path)
                .then()
                .statusCode(200)
                .contentType("application/jsonl")
                .extract()
                .asString()
                .lines()
                .toList();
    }
}
