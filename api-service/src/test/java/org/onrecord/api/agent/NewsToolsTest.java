package org.onrecord.api.agent;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

import org.onrecord.api.StoredNews;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What an agent is told, by bare messages of the protocol; in deploy/acceptance a client of the protocol's own asks. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class NewsToolsTest {

    @Inject
    DataSource database;

    @BeforeEach
    void store() throws SQLException {
        StoredNews news = new StoredNews(database);
        news.store("/talks", "2026-03-01T10:00:00Z", "Mara Quint", "The talks go on", "Brelland");
        news.store("/ferry", "2026-03-02T10:00:00Z", "Mara Quint", "The ferry is late", "Brelland");
        news.store("/rain", "2026-03-03T10:00:00Z", "Tom Abel", "It will rain", "Corrow");
    }

    @Test
    void theToolsSayWhatTheyTakeAndThatTheyOnlyRead() {
        JsonPath tools = send("tools/list", Map.of());

        assertThat(tools.getList("result.tools.name"))
                .containsExactlyInAnyOrder(
                        "search_quotes", "find_names", "count_over_time", "read_article", "trace_story");
        assertThat(tools.getList("result.tools.annotations.readOnlyHint")).containsOnly(true);
        assertThat(tools.<Map<String, Object>>getList("result.tools.inputSchema.properties"))
                .allSatisfy(arguments -> assertThat(arguments.values())
                        .allSatisfy(argument -> assertThat((String) ((Map<?, ?>) argument).get("description"))
                                .isNotBlank()));
    }

    @Test
    void statementsAreFoundPageByPage() {
        JsonPath first = call("search_quotes", Map.of("speaker", "Quint", "limit", 1));
        JsonPath second =
                call("search_quotes", Map.of("speaker", "Quint", "limit", 1, "cursor", first.getString("next")));

        assertThat(first.getList("items.text")).isEqualTo(List.of("“The ferry is late,”"));
        assertThat(second.getList("items.text")).isEqualTo(List.of("“The talks go on,”"));
        assertThat(second.getString("next")).isNull();
        assertThat(call("search_quotes", Map.of("words", "rain", "about", "Corrow"))
                        .getList("items.speaker.name"))
                .isEqualTo(List.of("Tom Abel"));
    }

    @Test
    void anArticleIsReadWithItsStatements() {
        String id = call("search_quotes", Map.of("words", "ferry")).getString("items[0].article.id");

        JsonPath article = call("read_article", Map.of("id", id));

        assertThat(article.getString("text")).isEqualTo("“The ferry is late,” Mara Quint said of Brelland.");
        assertThat(article.getInt("textLength"))
                .isEqualTo(article.getString("text").length());
        assertThat(article.getList("quotes.text")).isEqualTo(List.of("“The ferry is late,”"));
    }

    @Test
    void namesAreFoundAndStatementsCounted() {
        assertThat(call("find_names", Map.of("name", "quint", "type", "person")).getList("items.name"))
                .isEqualTo(List.of("Mara Quint"));
        assertThat(call("count_over_time", Map.of("about", "Brelland", "interval", "month"))
                        .getList("items.count", Integer.class))
                .isEqualTo(List.of(2));
    }

    @Test
    void aStoryIsTraced() {
        assertThat(call("trace_story", Map.of("url", "https://news.example.org/rain"))
                        .getString("status"))
                .isEqualTo("stored");
    }

    @Test
    void whatIsWrongIsSaidInWords() {
        assertThat(refused("search_quotes", Map.of("kind", "loud")))
                .isEqualTo("kind must be direct, mixed or indirect");
        assertThat(refused("search_quotes", Map.of("words", "\"open"))).contains("quotation mark");
        assertThat(refused("search_quotes", Map.of("from", "soon"))).startsWith("from ");
        assertThat(refused("search_quotes", Map.of("limit", 1000))).startsWith("limit ");
        assertThat(refused("search_quotes", Map.of("cursor", "xyz"))).contains("cursor");
        assertThat(refused("read_article", Map.of("id", "nope"))).contains("must be a UUID");
        assertThat(refused("read_article", Map.of("id", "6b3a6bd6-a0b6-3b0b-9a2c-0d9f6a2a6f55")))
                .contains("No stored article");
        assertThat(refused("trace_story", Map.of("url", "https://news.example.org/none")))
                .contains("Nobody asked for it yet");
    }

    private static String refused(String tool, Map<String, ?> arguments) {
        JsonPath answer = send("tools/call", Map.of("name", tool, "arguments", arguments));
        assertThat(answer.getBoolean("result.isError")).isTrue();
        return answer.getString("result.content[0].text");
    }

    private static JsonPath call(String tool, Map<String, ?> arguments) {
        JsonPath answer = send("tools/call", Map.of("name", tool, "arguments", arguments));
        assertThat(answer.getBoolean("result.isError")).isFalse();
        return JsonPath.from(answer.getString("result.content[0].text"));
    }

    private static JsonPath send(String method, Map<String, ?> params) {
        return given().contentType("application/json")
                .accept("application/json, text/event-stream")
                .body(Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", params))
                .post("/mcp")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
