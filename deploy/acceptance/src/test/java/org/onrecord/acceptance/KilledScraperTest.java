package org.onrecord.acceptance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.restassured.path.json.JsonPath;

import org.onrecord.local.Line;
import org.onrecord.local.ServiceProcess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.acceptance.Eventually.eventually;

/** Two scrapers share the work, and are killed by turns. {@code -Donrecord.kills=20} is the long form. */
@ExtendWith(RunningLine.class)
class KilledScraperTest {

    private static final int KILLS = Integer.getInteger("onrecord.kills", 2);
    private static final int STORIES_A_KILL = 30;
    /** Stories that no other test asks for. */
    private static final int FIRST_STORY = 200;

    private static List<ServiceProcess> scrapers;

    @BeforeAll
    static void startAnother(Line line) throws Exception {
        scrapers = List.of(line.scraper(), line.startAnotherScraper());
    }

    @Test
    void everyStoryIsStoredOnceAlthoughScrapersAreKilledMidStream(Line line, Press press) throws Exception {
        List<String> statuses = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            for (int story = 0; story < STORIES_A_KILL; story++) {
                statuses.add(submit(line, press, statuses.size()));
            }
            ServiceProcess killed = scrapers.get(kill % 2);
            killed.kill();
            killed.start();
            killed.awaitReady();
        }

        for (String status : statuses) {
            JsonPath trace = RunningLine.awaitEnd(line, status);
            assertThat(trace.getString("status")).isEqualTo("stored");
            assertThat(trace.<Object>getList("outcomes"))
                    .as("fetched, extracted, analysed and stored, each told once")
                    .hasSize(4);
        }
        for (int story = 0; story < statuses.size(); story++) {
            String url = press.story(FIRST_STORY + story);
            assertThat(RunningLine.get(line, statuses.get(story)).getString("url"))
                    .isEqualTo(url);
        }
    }

    /** As one does that takes all memory: the process ends while it reads the page, however often it is started again. */
    @Test
    void aPageThatEndsTheScraperEachTimeIsGivenUp(Line line, Press press) throws Exception {
        press.whenDeadlyIsAskedFor(() -> {
            for (ServiceProcess scraper : scrapers) {
                scraper.kill();
            }
            return null;
        });
        String deadly = RunningLine.submit(line, Map.of("url", press.deadly()));

        JsonPath trace = eventually()
                .until(
                        () -> {
                            startAgain();
                            return RunningLine.get(line, deadly);
                        },
                        told -> !"pending".equals(told.getString("status")));

        assertThat(trace.<String>getList("outcomes.reason")).containsExactly("failed");
        assertThat(trace.getString("outcomes[0].detail")).contains("the scraper ended or failed 3 times");
        assertThat(press.deadlyVisits()).isEqualTo(3);
        for (ServiceProcess scraper : scrapers) {
            scraper.awaitReady();
        }
    }

    private static void startAgain() throws IOException {
        for (ServiceProcess scraper : scrapers) {
            if (!scraper.isAlive()) {
                scraper.start();
            }
        }
    }

    private static String submit(Line line, Press press, int story) {
        return RunningLine.submit(line, Map.of("url", press.story(FIRST_STORY + story)));
    }
}
