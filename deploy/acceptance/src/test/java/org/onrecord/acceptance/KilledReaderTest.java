package org.onrecord.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.restassured.path.json.JsonPath;

import org.onrecord.local.Line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.acceptance.Eventually.eventually;

@ExtendWith(RunningLine.class)
class KilledReaderTest {
    private static final int STORIES = 60;

    @Test
    void everyArticleAndItsQuotesAreStoredOnceAlthoughTheReaderIsKilledMidStream(Line line, Press press)
            throws Exception {
        List<String> statuses = new ArrayList<>();
        for (int story = 0; story < STORIES; story++) {
            statuses.add(RunningLine.submit(line, Map.of("url", press.story(story))));
        }
        eventually()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !pending(RunningLine.get(line, statuses.getFirst())));

        line.nlp().kill();
        line.nlp().start();
        line.nlp().awaitReady();

        for (int story = 0; story < STORIES; story++) {
            JsonPath trace = RunningLine.awaitEnd(line, statuses.get(story));
            assertThat(trace.getString("status")).isEqualTo("stored");
        }
        for (int story = 0; story < STORIES; story++) {
            JsonPath quotes = RunningLine.get(line, "/v1/quotes?speaker=" + Press.speaker(story));
            assertThat(quotes.<String>getList("items.text"))
                    .as("quotes of story %d", story)
                    .doesNotHaveDuplicates()
                    .anyMatch(text -> text.contains("will give the harbour back"));
        }
    }

    private static boolean pending(JsonPath trace) {
        return "pending".equals(trace.getString("status"));
    }
}
