package org.onrecord.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * What a running line leaves in {@code line.json} in its data folder, for the commands that come after it.
 *
 * @param launcher process id of the launcher
 * @param children process ids of the services and the database
 * @param api where the API answers
 * @param seedSite where the seed site answers
 */
record LineState(long launcher, List<Long> children, URI api, URI seedSite) {
    private static final JsonMapper JSON = new JsonMapper();

    static Path file(Path data) {
        return data.resolve("line.json");
    }

    /** Returns the state of the line that keeps its data there, if one left any. */
    static Optional<LineState> read(Path data) throws IOException {
        Path file = file(data);
        return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), LineState.class)) : Optional.empty();
    }

    void write(Path data) throws IOException {
        Path next = data.resolve("line.json.next");
        JSON.writeValue(next.toFile(), this);
        Files.move(next, file(data), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    static void delete(Path data) throws IOException {
        Files.deleteIfExists(file(data));
    }

    /** Whether the launcher runs; a process that took over its number does not count. */
    boolean isRunning() {
        return ProcessHandle.of(launcher).filter(LineState::isOurs).isPresent();
    }

    /** The processes of this line that run, launcher first. */
    List<ProcessHandle> processes() {
        return Stream.concat(Stream.of(launcher), children.stream())
                .flatMap(pid -> ProcessHandle.of(pid).filter(LineState::isOurs).stream())
                .toList();
    }

    /** Process numbers are used again, so the command must be one that a line starts. */
    private static boolean isOurs(ProcessHandle process) {
        return process.info()
                .command()
                .map(Path::of)
                .map(Path::getFileName)
                .map(Path::toString)
                .filter(command ->
                        command.startsWith("java") || command.startsWith("postgres") || command.endsWith("-runner"))
                .isPresent();
    }
}
