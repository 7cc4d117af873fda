package org.onrecord.acceptance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The line on a disk without room: a small one in memory, which not every user may mount. */
class FullDiskTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    private Path disk;
    private Path data;
    private Process running;

    @BeforeEach
    void mountASmallDisk() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=100m", "tmpfs", disk.toString()),
                "this user may not mount a small disk");
        data = disk.resolve("home");
    }

    @AfterEach
    void unmount() throws Exception {
        if (running != null) {
            // It stops its database as well, which is no descendant of its.
            running.destroy();
            running.waitFor();
        }
        run("umount", "--lazy", disk.toString());
    }

    @Test
    void aLineDoesNotStartWithoutRoom() throws Exception {
        running = up();

        assertThat(running.waitFor()).isEqualTo(1);
        assertThat(said())
                .singleElement()
                .asString()
                .contains("the disk of " + data + " is too full", "MB are free", "free some space");
        assertThat(left()).isEmpty();
    }

    @Test
    void aLineWhoseDiskFillsUpStopsWithALineAndStartsAgainWhenThereIsRoom() throws Exception {
        run("mount", "-o", "remount,size=300m", disk.toString());
        running = up();
        awaitUp();
        List<ProcessHandle> processes = running.descendants().toList();
        String database = address("ONRECORD_DATABASE_URL");

        fill();

        await().atMost(PATIENCE).until(() -> !running.isAlive());
        assertThat(said().getLast())
                .contains("the disk of " + data + " is nearly full", "free some space and start it again");
        assertThat(processes).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        assertThat(left()).doesNotContain("line.json", "line.env");
        assertThat(database).startsWith("jdbc:postgresql://127.0.0.1:");

        Files.delete(filler());
        running = up();
        awaitUp();
        given().when().get(address("ONRECORD_API_URL") + "/v1/quotes").then().statusCode(200);
    }

    private void awaitUp() {
        await().atMost(PATIENCE).until(() -> {
            assertThat(running.isAlive()).as("up runs: %s", said()).isTrue();
            return Files.exists(data.resolve("line.env"));
        });
    }

    private String address(String variable) throws Exception {
        return new String(new ProcessBuilder("bash", "-c", "source " + data + "/line.env; echo $" + variable)
                        .start()
                        .getInputStream()
                        .readAllBytes())
                .strip();
    }

    private Process up() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        RunningLine.PROJECT.resolve("onrecord").toString(), "up")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("up.out").toFile());
        builder.environment().putAll(Map.of("ONRECORD_HOME", data.toString()));
        return builder.start();
    }

    private List<String> said() throws IOException {
        return Files.readAllLines(folder.resolve("up.out"));
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private Path filler() {
        return disk.resolve("filler");
    }

    private void fill() throws IOException {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler())) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(Files.getFileStore(disk).getUsableSpace()).isLessThan(block.length);
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
