package org.onrecord.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import io.restassured.path.json.JsonPath;

import org.onrecord.contracts.Topics;
import org.onrecord.local.Executables;
import org.onrecord.local.Line;
import org.onrecord.local.ServiceProcess;
import org.onrecord.local.server.LoopbackPort;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.acceptance.Eventually.eventually;

/** A rollout of a version that cannot reach its database stalls nobody: it is assigned nothing and says why. */
@ExtendWith(RunningLine.class)
class BrokenInstanceTest {
    private static final String GROUP = "api-service";
    private static final int CHANNELS = 2;
    private static final int STORIES = 8;
    private static final int FEW_LINES = 60;
    private static final String WAITING = "waiting for the database, taking no events";

    @TempDir
    Path folder;

    @Test
    void anInstanceWithoutItsDatabaseTakesNothingAndTheOneBesideItStoresEverything(Line line, Press press)
            throws Exception {
        ServiceProcess broken = new ServiceProcess(
                GROUP,
                Executables.chosen().of(RunningLine.PROJECT, GROUP),
                LoopbackPort.free(),
                256,
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", line.kafka().bootstrapServers(),
                        "ONRECORD_DATABASE_URL", line.postgresql().jdbcUrl(),
                        "ONRECORD_DATABASE_USER", "nobody",
                        "ONRECORD_DATABASE_PASSWORD", "wrong",
                        "ONRECORD_SCRAPER_URL", line.scraper().origin().toString(),
                        "ONRECORD_NLP_URL", line.nlp().origin().toString(),
                        "ONRECORD_ACCESS_MODE", "open"),
                folder);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", line.kafka().bootstrapServers()))) {
            broken.start();
            eventually().until(() -> members(admin).size() == 2 * CHANNELS);
            List<String> statuses = new ArrayList<>();
            for (int story = 0; story < STORIES; story++) {
                statuses.add(RunningLine.submit(line, Map.of("url", press.story(900 + story))));
            }

            for (String status : statuses) {
                JsonPath trace = RunningLine.awaitEnd(line, status);
                assertThat(trace.getString("status")).isEqualTo("stored");
            }
            // The members of the broken instance are still there, and have nothing.
            assertThat(members(admin).stream()
                            .map(MemberDescription::assignment)
                            .map(a -> a.topicPartitions().size()))
                    .filteredOn(partitions -> partitions == 0)
                    .hasSize(CHANNELS);
            JsonPath ready = given().get(broken.origin() + "/q/health/ready")
                    .then()
                    .statusCode(503)
                    .extract()
                    .jsonPath();
            assertThat(ready.getString("checks.find { it.name == 'backing services' }.data.database"))
                    .contains("127.0.0.1:")
                    .contains("role \"nobody\" does not exist");
            eventually().until(() -> Files.readString(broken.log()).contains(WAITING));
        } finally {
            broken.close();
        }
        try (Stream<String> log = Files.lines(broken.log())) {
            assertThat(log.toList())
                    .hasSizeLessThan(FEW_LINES)
                    .filteredOn(said -> said.contains(WAITING))
                    .hasSize(1);
        }
    }

    private static Collection<MemberDescription> members(Admin admin) throws IOException {
        try {
            return admin.describeConsumerGroups(Set.of(GROUP))
                    .describedGroups()
                    .get(GROUP)
                    .get()
                    .members();
        } catch (ExecutionException e) {
            throw new IOException("the group of the consumers of " + Topics.ANALYSES, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
