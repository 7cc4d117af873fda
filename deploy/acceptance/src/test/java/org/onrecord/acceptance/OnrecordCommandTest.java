package org.onrecord.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.onrecord.acceptance.Eventually.eventually;

/** The entrance script, run as a newcomer runs it. The tests share one data folder, so their order is the story. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OnrecordCommandTest {
    private static final Pattern PAGE_URL = Pattern.compile("who said what +(http://127\\.0\\.0\\.1:\\d+)/");

    @TempDir
    Path folder;

    private Process running;

    @AfterEach
    void endWhatIsLeft() {
        if (running != null) {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
        }
    }

    @Test
    @Order(1)
    void helpNamesEveryCommand() throws Exception {
        Ended help = runToItsEnd("--help");

        assertThat(help.output()).contains("demo", "up", "down", "test", "extract", "names", "quotes");
        assertThat(help.status()).isZero();
    }

    @Test
    @Order(2)
    void anUnknownCommandFailsAndSaysSo() throws Exception {
        Ended wrong = runToItsEnd("dmeo");

        assertThat(wrong.output()).contains("unknown command 'dmeo'");
        assertThat(wrong.status()).isEqualTo(1);
    }

    @Test
    @Order(3)
    void demoPrintsWhoSaidWhatAndEnds() throws Exception {
        Ended demo = runToItsEnd("demo");

        assertThat(demo.output())
                .contains("US open to working with Iran against extremists")
                .contains("John Kerry: Air strikes “are not the whole answer, but they may well be one of the options")
                .contains("(extracted, not read: French;")
                .contains("/v1/quotes?speaker=Kerry&about=Iran")
                // Of which the reader is not sure.
                .doesNotContain("  Storm Odette: thousands without power as gusts reach 140km/h")
                .doesNotContainPattern("(?m)^  it: ");
        assertThat(demo.output().indexOf("US open to working with Iran"))
                .as("the story that everybody can check comes first")
                .isLessThan(demo.output().indexOf("Fisheries talks collapse"));
        assertThat(demo.status()).isZero();
    }

    @Test
    @Order(4)
    void upStillHasTheDataAndDownLeavesNoProcess() throws Exception {
        running = run("up");
        String api = awaitUrl();
        given().baseUri(api)
                .when()
                .get("/v1/quotes?speaker=Kerry&about=Iran")
                .then()
                .statusCode(200)
                .body("items.speaker.name", everyItem(is("John Kerry")));
        List<ProcessHandle> processes = running.descendants().toList();
        assertThat(Files.readString(out("up")))
                .contains("PostgreSQL", "jdbc:postgresql://127.0.0.1:", "user postgres", "Kafka");
        assertThat(addresses()).content().contains("export ONRECORD_API_URL='" + api + "'");

        Ended key = runToItsEnd("key", "create", "the newsroom");
        assertThat(key.output())
                .contains("using what ./onrecord up started here: ONRECORD_DATABASE_URL=jdbc:postgresql://127.0.0.1:")
                .containsPattern("(?m)^onr_")
                // Said by the service's own command, as its executable and its image say it.
                .contains("key: this is the only time that the key is shown");
        assertThat(key.status()).isZero();
        Ended replay = runToItsEnd("replay", "nlp-articles-dead-letter");
        assertThat(replay.output())
                .contains("using what ./onrecord up started here: KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:")
                .contains("put 0 records back on articles");

        Ended down = runToItsEnd("down");

        assertThat(down.output()).contains("stopped; the data stays in ");
        assertThat(addresses()).doesNotExist();
        running.waitFor();
        assertThat(processes).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    }

    @Test
    @Order(5)
    void withoutALineKeyAndReplaySayWhatToDo() throws Exception {
        Ended key = runToItsEnd("key", "list");

        assertThat(key.output())
                .isEqualTo(
                        "onrecord: ONRECORD_DATABASE_URL is not set and Onrecord is not running here: set it to use your own,"
                                + " or start one with ./onrecord up\n");
        assertThat(key.status()).isEqualTo(1);
    }

    @Test
    @Order(6)
    void aSignalStopsEverything() throws Exception {
        running = run("up");
        awaitUrl();
        List<ProcessHandle> processes = running.descendants().toList();

        running.destroy();

        running.waitFor();
        assertThat(processes).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    }

    @Test
    @Order(7)
    void upTidiesAwayWhatAKilledLauncherLeft() throws Exception {
        running = run("up");
        awaitUrl();
        List<ProcessHandle> left = running.descendants().toList();
        running.destroyForcibly().waitFor();

        running = run("up");
        awaitUrl();

        assertThat(left).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        runToItsEnd("down");
    }

    private String awaitUrl() {
        return eventually()
                .until(
                        () -> {
                            String said = Files.readString(folder.resolve("up.out"));
                            assertThat(running.isAlive()).as(said).isTrue();
                            Matcher url = PAGE_URL.matcher(said);
                            return url.find() ? url.group(1) : "";
                        },
                        url -> !url.isEmpty());
    }

    private Path addresses() {
        return folder.resolve("home/line.env");
    }

    private Process run(String command, String... arguments) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(RunningLine.PROJECT.resolve("onrecord").toString(), command);
        builder.command().addAll(List.of(arguments));
        builder.environment().keySet().removeAll(List.of("ONRECORD_DATABASE_URL", "KAFKA_BOOTSTRAP_SERVERS"));
        builder.environment().put("ONRECORD_HOME", folder.resolve("home").toString());
        builder.environment().remove("ONRECORD_DATABASE_URL");
        return builder.redirectErrorStream(true)
                .redirectOutput(out(command).toFile())
                .start();
    }

    private Path out(String command) {
        return folder.resolve(command + ".out");
    }

    /** A command that ended and what it printed. */
    private record Ended(int status, String output) {}

    private Ended runToItsEnd(String command, String... arguments) throws Exception {
        Process process = run(command, arguments);
        return new Ended(process.waitFor(), Files.readString(out(command)));
    }
}
