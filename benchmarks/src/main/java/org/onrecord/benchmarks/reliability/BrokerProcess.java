package org.onrecord.benchmarks.reliability;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.onrecord.local.server.EmbeddedKafka;

/** A broker that can be killed and paused: a process of its own, on a folder and a port that stay. */
final class BrokerProcess implements AutoCloseable {

    private final ProcessBuilder builder;
    private Process process;

    BrokerProcess(Path folder, int port, Path log) {
        builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerProcess.class.getName(),
                        folder.toString(),
                        String.valueOf(port)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log.toString())));
    }

    /** What the process itself does: FOLDER PORT. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]))) {
            System.out.println("listens on " + kafka.bootstrapServers());
            Thread.currentThread().join();
        }
    }

    void start() throws IOException {
        process = builder.start();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
