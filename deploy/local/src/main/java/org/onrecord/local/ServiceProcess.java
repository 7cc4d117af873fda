package org.onrecord.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.onrecord.local.server.LoopbackPort;

/**
 * One packaged service as a child process: started, watched by its readiness, stopped. Its output goes to a log file.
 * Safe to use from several threads.
 */
public final class ServiceProcess implements AutoCloseable {
    /** One question for its readiness, which is asked again. */
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(30);

    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(15);
    private static final Duration CACHE_WRITTEN_WITHIN = Duration.ofMinutes(2);
    /**
     * A header of every answer, by which a service shows that it is the process that was started, and not another that
     * listens on its port.
     */
    private static final String START_HEADER = "onrecord-start";

    /** Exit status of a service that was told something it cannot work with; it said what in one line. */
    private static final int WRONGLY_TOLD = 2;
    /** Names a folder, where it is set: each service leaves there what the JVM learnt in this run (JEP 514). */
    private static final String AOT_CACHE = "ONRECORD_AOT_CACHE";

    private final String name;
    private final URI origin;
    private final Path log;
    private final ProcessBuilder builder;
    private final Duration stoppedWithin;
    private final String startId = UUID.randomUUID().toString();
    private Process process;
    private boolean stopped;

    /**
     * Describes a service; nothing is started yet.
     *
     * @param name for messages and the log's name
     * @param artifact its {@code quarkus-run.jar}, or its native executable
     * @param port the port that it shall listen on
     * @param heapMegabytes its largest heap
     * @param environment configuration beside the port
     * @param logs the folder for its log
     */
    public ServiceProcess(
            String name, Path artifact, int port, int heapMegabytes, Map<String, String> environment, Path logs) {
        this.name = name;
        this.origin = URI.create("http://127.0.0.1:" + port);
        this.log = logs.resolve(name + ".log");
        String caches = System.getenv(AOT_CACHE);
        stoppedWithin = caches == null ? STOPPED_WITHIN : CACHE_WRITTEN_WITHIN;
        List<String> options = new ArrayList<>(List.of(
                "-Xmx" + heapMegabytes + "m",
                "-Dquarkus.http.header.\"" + START_HEADER + "\".value=" + startId,
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED"));
        if (caches != null) {
            options.add("-XX:AOTCacheOutput=" + Path.of(caches, name + ".aot"));
        }
        builder = new ProcessBuilder(Executables.command(artifact, options)).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // How somebody's own broker is reached; this one's is told in full.
        builder.environment().keySet().removeIf(variable -> variable.startsWith("KAFKA_"));
        builder.environment().putAll(environment);
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
    }

    /** The service's name, such as {@code nlp-service}. */
    public String name() {
        return name;
    }

    /** Where it answers: scheme, host and port. */
    public URI origin() {
        return origin;
    }

    /** Where its output goes. */
    public Path log() {
        return log;
    }

    /** Its process id. */
    public synchronized long pid() {
        return process.pid();
    }

    /** Whether its process runs. */
    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Whether its process has ended without having been asked to. */
    synchronized boolean endedByItself() {
        return !stopped && process != null && !process.isAlive();
    }

    /**
     * Starts the process, also again after it ended; does not wait until it is ready.
     *
     * @throws IOException if there is no such program, or the service was closed
     */
    public synchronized void start() throws IOException {
        if (stopped) {
            throw new IOException(name + " was stopped");
        }
        Files.createDirectories(log.getParent());
        process = builder.start();
    }

    /**
     * Waits until the service says that it is ready, some minutes at most.
     *
     * @throws PortTakenException if its process ended because another one listens on its port
     * @throws IOException if its process ends before, or it is not ready in time; the message tells where its log is
     */
    public void awaitReady() throws IOException, InterruptedException {
        awaitReady(progress -> {});
    }

    /**
     * As {@link #awaitReady()}.
     *
     * @param progress is told from time to time that the service is still waited for
     */
    void awaitReady(Consumer<String> progress) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        long told = begin;
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(ANSWERS_WITHIN).build()) {
            while (!isReady(client)) {
                if (!isAlive()) {
                    throw whyItEnded();
                }
                long now = System.nanoTime();
                if (now - begin > Patience.LONGEST.toNanos()) {
                    throw new IOException(
                            name + " was not ready after " + Patience.LONGEST.toSeconds() + " s; its log: " + log);
                }
                if (now - told > Patience.SILENCE.toNanos()) {
                    told = now;
                    progress.accept("still waiting for " + name + " after "
                            + TimeUnit.NANOSECONDS.toSeconds(now - begin) + " s; its log: " + log);
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    /** Ends the process at once, as a crash would (SIGKILL), and waits until it is gone. */
    public synchronized void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks the process to stop; does not wait until it has. */
    synchronized void requestStop() {
        stopped = true;
        if (process != null) {
            process.destroy();
        }
    }

    /** Asks the process to stop, and ends it if it takes too long. */
    @Override
    public synchronized void close() {
        requestStop();
        if (process == null) {
            return;
        }
        try {
            if (!process.waitFor(stoppedWithin.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private IOException whyItEnded() throws IOException {
        synchronized (this) {
            if (stopped) {
                return new IOException(name + " was stopped during its start");
            }
            if (process.exitValue() == WRONGLY_TOLD) {
                return new IOException(lastLine());
            }
        }
        if (!LoopbackPort.isFree(origin.getPort()) || saidThatItsPortWasTaken()) {
            return new PortTakenException(name, origin.getPort());
        }
        return new IOException(name + " ended during its start; its log: " + log);
    }

    /** Who took it may have left it again meanwhile. */
    private boolean saidThatItsPortWasTaken() throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.anyMatch(line -> line.contains("Port " + origin.getPort() + " seems to be in use"));
        }
    }

    private String lastLine() throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> !line.isBlank())
                    .reduce((before, line) -> line)
                    .orElse(name + " ended; its log: " + log);
        }
    }

    private boolean isReady(HttpClient client) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(origin.resolve("/q/health/ready"))
                .timeout(ANSWERS_WITHIN)
                .build();
        try {
            HttpResponse<Void> response = client.send(request, HttpResponse.BodyHandlers.discarding());
            return response.statusCode() == 200
                    && response.headers().allValues(START_HEADER).contains(startId);
        } catch (IOException notYet) {
            return false;
        }
    }
}
