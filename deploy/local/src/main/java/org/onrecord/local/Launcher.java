package org.onrecord.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.onrecord.local.demo.Demo;
import org.onrecord.local.server.EmbeddedKafka;

/**
 * The commands of {@code ./onrecord} that run the line: {@code up}, {@code demo} and {@code down}. Arguments: the
 * command, the project's folder, the data folder. Exit status: 0 done, 1 failed, 2 wrong arguments.
 */
public final class Launcher {
    /** Variables that say where a part is; the line has each of them itself. */
    private static final List<String> ITS_OWN = List.of(
            "KAFKA_BOOTSTRAP_SERVERS",
            "ONRECORD_DATABASE_URL",
            "ONRECORD_DATABASE_USER",
            "ONRECORD_DATABASE_PASSWORD",
            "ONRECORD_SCRAPER_URL",
            "ONRECORD_NLP_URL",
            "ONRECORD_API_URL");

    private final Path project;
    private final Path data;
    private volatile boolean stopping;

    private Launcher(Path project, Path data) {
        this.project = project;
        this.data = data;
    }

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 3) {
            System.err.println("usage: up|demo|down PROJECT DATA");
            System.exit(2);
        }
        Launcher launcher = new Launcher(Path.of(arguments[1]), Path.of(arguments[2]));
        try {
            System.exit(launcher.run(arguments[0]));
        } catch (IOException e) {
            if (!launcher.stopping) {
                System.err.println("onrecord: " + launcher.cause(e));
            }
            System.exit(1);
        }
    }

    /** A full disk shows itself in many ways. */
    private String cause(IOException e) {
        try {
            DiskRoom room = new DiskRoom(data);
            return Files.exists(data) && room.isShort() ? room.shortage() : e.getMessage();
        } catch (IOException gone) {
            return e.getMessage();
        }
    }

    private int run(String command) throws IOException, InterruptedException {
        return switch (command) {
            case "up" -> up();
            case "demo" -> demo();
            case "down" -> down();
            default -> {
                System.err.println("onrecord: unknown command '" + command + "'");
                yield 2;
            }
        };
    }

    private int up() throws IOException, InterruptedException {
        Optional<LineState> running = running();
        if (running.isPresent()) {
            say("already running: " + running.get().api() + "/ (./onrecord down stops it)");
            return 0;
        }
        Line line = start(Map.of());
        say("");
        say("Onrecord is running.");
        Map<String, String> servers = line.servers();
        say("  who said what    " + line.api().origin() + "/");
        say("  try the API      " + line.api().origin() + "/q/swagger-ui");
        say("  the seed site    " + line.seedSite().origin() + "/");
        say("  PostgreSQL       " + servers.get("ONRECORD_DATABASE_URL") + " (user "
                + servers.get("ONRECORD_DATABASE_USER") + ", password "
                + servers.get("ONRECORD_DATABASE_PASSWORD") + ")");
        say("  Kafka            " + servers.get("KAFKA_BOOTSTRAP_SERVERS"));
        say("  scraper-service  " + line.scraper().origin());
        say("  nlp-service      " + line.nlp().origin());
        say("  access           "
                + (servers.get("ONRECORD_ACCESS_MODE").equalsIgnoreCase("open")
                        ? "without a key, from this machine"
                        : "with a key; ./onrecord key create NAME makes one"));
        say("  these addresses  " + LineAddresses.file(data) + " (as shell variables)");
        say("  data and logs    " + data);
        say("Ctrl-C or ./onrecord down stops it.");
        supervise(line);
        return 1;
    }

    private int demo() throws IOException, InterruptedException {
        Optional<LineState> running = running();
        if (running.isPresent()) {
            return new Demo(running.get().api(), running.get().seedSite(), LineAddresses.file(data), System.out).run();
        }
        // The demo asks as a newcomer does, without a key.
        Line line = start(Map.of("ONRECORD_ACCESS_MODE", "open"));
        return new Demo(line.api().origin(), line.seedSite().origin(), LineAddresses.file(data), System.out).run();
    }

    private int down() throws IOException, InterruptedException {
        Optional<LineState> state = LineState.read(data);
        if (state.isEmpty() || state.get().processes().isEmpty()) {
            forget();
            say("not running");
            return 0;
        }
        end(state.get());
        say("stopped; the data stays in " + data);
        return 0;
    }

    /** A line that was killed can leave its services and database behind, which would hold the data folder. */
    private Optional<LineState> running() throws IOException, InterruptedException {
        Optional<LineState> state = LineState.read(data);
        if (state.isPresent() && !state.get().isRunning()) {
            end(state.get());
            return Optional.empty();
        }
        return state;
    }

    private Line start(Map<String, String> settings) throws IOException, InterruptedException {
        Files.createDirectories(data);
        DiskRoom room = new DiskRoom(data);
        room.requireForStart();
        long begin = System.nanoTime();
        LaunchLog.to(data.resolve("logs"));
        Line line = new Line(new LineOptions(project, data, List.of(), environment(settings), this::say));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(line), "stop-line"));
        EmbeddedKafka.whenItGivesUp(
                () -> giveUp("Kafka stopped working; its log: " + data.resolve("logs/launcher.log")));
        Thread.ofPlatform().daemon().name("watch-disk").start(() -> watch(room));
        line.start();
        note(line);
        say("ready in " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin) + " s");
        return line;
    }

    /** Time that does not jump when the machine's clock is corrected. */
    private static InstantSource steadily() {
        Instant begin = Instant.now();
        long start = System.nanoTime();
        return () -> begin.plusNanos(System.nanoTime() - start);
    }

    /** What the caller's shell says of the services, but for what the line has itself. */
    private Map<String, String> environment(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(variable -> !variable.startsWith("ONRECORD_"));
        List<String> ignored =
                ITS_OWN.stream().filter(System.getenv()::containsKey).toList();
        if (!ignored.isEmpty()) {
            say(String.join(", ", ignored) + (ignored.size() == 1 ? " is" : " are")
                    + " set but ignored: ./onrecord up and demo start their own");
        }
        environment.keySet().removeAll(ITS_OWN);
        environment.putAll(settings);
        return environment;
    }

    private void watch(DiskRoom room) {
        try {
            while (!room.isShort()) {
                TimeUnit.MILLISECONDS.sleep(500);
            }
            giveUp(room.shortage());
        } catch (IOException | RuntimeException | Error e) {
            giveUp("cannot tell how full the disk of the data folder is: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says why, once, and stops everything; from a thread of its own, since what gives up is waited for. */
    private synchronized void giveUp(String why) {
        if (!stopping) {
            stopping = true;
            System.err.println("onrecord: " + cause(new IOException(why)));
            Thread.ofPlatform().start(() -> System.exit(1));
        }
    }

    private void stop(Line line) {
        stopping = true;
        line.close();
        try {
            forget();
        } catch (IOException e) {
            System.err.println("onrecord: " + e.getMessage());
        }
    }

    private void note(Line line) throws IOException {
        state(line).write(data);
        LineAddresses.of(line).write(data);
    }

    private void forget() throws IOException {
        LineState.delete(data);
        LineAddresses.delete(data);
    }

    /** Starts a service again when it ends by itself; returns when it keeps ending, or the database has ended. */
    private void supervise(Line line) throws IOException, InterruptedException {
        Map<ServiceProcess, Restarts> restarts = new HashMap<>();
        while (true) {
            TimeUnit.SECONDS.sleep(1);
            if (!line.postgresql().isAlive()) {
                throw new IOException("PostgreSQL stopped; its log: " + data.resolve("logs/launcher.log"));
            }
            for (ServiceProcess service : line.services()) {
                if (service.endedByItself()) {
                    if (!restarts.computeIfAbsent(service, s -> new Restarts(steadily()))
                            .mayRestart()) {
                        throw new IOException(service.name() + " ended " + (Restarts.AT_MOST + 1) + " times within "
                                + Restarts.WITHIN.toMinutes() + " minutes; its log: " + service.log());
                    }
                    say(service.name() + " ended; starting it again (its log: " + service.log() + ")");
                    service.start();
                    service.awaitReady(this::say);
                    note(line);
                }
            }
        }
    }

    /** The database comes last, because it waits for its clients to go. */
    private static LineState state(Line line) throws IOException {
        List<Long> children = new ArrayList<>(
                line.services().stream().map(ServiceProcess::pid).toList());
        children.add(line.postgresql().pid());
        return new LineState(
                ProcessHandle.current().pid(),
                children,
                line.api().origin(),
                line.seedSite().origin());
    }

    private void end(LineState state) throws IOException, InterruptedException {
        List<ProcessHandle> processes = state.processes();
        processes.stream().findFirst().ifPresent(ProcessHandle::destroy);
        for (ProcessHandle process : processes) {
            for (int tenths = 0; process.isAlive() && tenths < 200; tenths++) {
                if (tenths == 150) {
                    process.destroyForcibly();
                } else if (tenths % 50 == 0 && !state.isRunning()) {
                    process.destroy();
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        forget();
    }

    private void say(String line) {
        System.out.println(line.isEmpty() ? "" : "onrecord: " + line);
    }
}
