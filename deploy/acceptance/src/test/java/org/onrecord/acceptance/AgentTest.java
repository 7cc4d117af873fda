package org.onrecord.acceptance;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.restassured.path.json.JsonPath;

import org.onrecord.local.Line;

import static org.assertj.core.api.Assertions.assertThat;

/** An agent asks the packaged line by the client that the Model Context Protocol's makers give out. */
@ExtendWith(RunningLine.class)
class AgentTest {

    /** The number of a story that no other test reads. */
    private static final int STORY = 663;

    @Test
    void anAgentFindsAStatementAndReadsItsArticle(Line line, Press press) {
        RunningLine.read(line, press.story(STORY));
        try (McpSyncClient agent = McpClient.sync(HttpClientStreamableHttpTransport.builder(
                                line.api().origin().toString())
                        .build())
                .build()) {
            assertThat(agent.initialize().serverInfo().name()).isEqualTo("Onrecord");
            assertThat(agent.listTools().tools())
                    .extracting(McpSchema.Tool::name)
                    .contains("search_quotes");

            JsonPath quotes = call(agent, "search_quotes", Map.of("speaker", Press.speaker(STORY)));
            JsonPath article = call(agent, "read_article", Map.of("id", quotes.getString("items[0].article.id")));

            int start = quotes.getInt("items[0].spans[0].start");
            int end = quotes.getInt("items[0].spans[0].end");
            assertThat(article.getString("text").substring(start, end)).isEqualTo(quotes.getString("items[0].text"));
        }
    }

    private static JsonPath call(McpSyncClient agent, String tool, Map<String, Object> arguments) {
        McpSchema.CallToolResult result = agent.callTool(new McpSchema.CallToolRequest(tool, arguments));
        assertThat(result.isError()).isFalse();
        return JsonPath.from(((McpSchema.TextContent) result.content().getFirst()).text());
    }
}
