package org.onrecord.local.server;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class FirstStartTest {
    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void nameTheDataFolder() {
        data = folder.resolve("server/data");
    }

    @Test
    void whatWasCutShortIsBegunAnew() throws Exception {
        FirstStart.begin(data);
        Files.createDirectories(data.resolve("base/1"));
        Files.writeString(data.resolve("base/1/half"), "half of a fi");

        FirstStart.begin(data);

        assertThat(data).doesNotExist();
    }

    @Test
    void whatWasCompletedIsKept() throws Exception {
        FirstStart start = FirstStart.begin(data);
        Files.createDirectories(data);
        Files.writeString(data.resolve("file"), "whole");
        start.done();

        FirstStart.begin(data);

        assertThat(data.resolve("file")).hasContent("whole");
    }

    @Test
    void dataOfAnEarlierVersionIsKept() throws Exception {
        Files.createDirectories(data);
        Files.writeString(data.resolve("file"), "whole");

        FirstStart.begin(data);

        assertThat(data.resolve("file")).hasContent("whole");
    }

    @Test
    void aServerStartsOverWhatAKilledStartLeft() throws Exception {
        Path server = folder.resolve("postgresql");
        FirstStart.begin(server.resolve("data"));
        Files.createDirectories(server.resolve("data/base"));
        Files.writeString(server.resolve("data/PG_VERSION"), "18");

        try (EmbeddedPostgresql postgresql = EmbeddedPostgresql.start(server, LoopbackPort.free())) {
            assertThat(postgresql.isAlive()).isTrue();
        }
    }
}
