package org.onrecord.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The commands of {@code ./onrecord} that run the line: {@code up}, {@code demo} and {@code down}. Arguments: the
 * command, the project's folder, the data folder. Exit status: 0 done, 1 failed, 2 wrong arguments.
 */
public final class Launcher {
    private static final int MAX_RESTARTS = 5;

    private final Path project;
    private final Path data;

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
            System.err.println("onrecord: " + e.getMessage());
            System.exit(1);
        }
    }

    private int run(String command) throws IOException, InterruptedException {
        return switch (command) {
            case "up" -> up();
            case "demo" -> demo();
            case "down" -> down();
            default -> {
                System.err.println("onrecord: no command " + command);
                yield 2;
            }
        };
    }

    private int up() throws IOException, InterruptedException {
        Optional<LineState> running = running();
        if (running.isPresent()) {
            say("is up already: " + running.get().api() + "/v1/quotes (./onrecord down stops it)");
            return 0;
        }
        Line line = start();
        say("");
        say("The line is up.");
        say("  who said what   " + line.api().origin() + "/v1/quotes");
        say("  the API's page  " + line.api().origin() + "/q/swagger-ui");
        say("  the seed site   " + line.seedSite().origin() + "/");
        say("  data and logs   " + data);
        say("Ctrl-C or ./onrecord down stops it.");
        supervise(line);
        return 1;
    }

    private int demo() throws IOException, InterruptedException {
        Optional<LineState> running = running();
        if (running.isPresent()) {
            return new Demo(running.get().api(), running.get().seedSite(), System.out).run();
        }
        Line line = start();
        return new Demo(line.api().origin(), line.seedSite().origin(), System.out).run();
    }

    private int down() throws IOException, InterruptedException {
        Optional<LineState> state = LineState.read(data);
        if (state.isEmpty() || state.get().processes().isEmpty()) {
            LineState.delete(data);
            say("is not up");
            return 0;
        }
        end(state.get());
        say("is down; its data stays in " + data);
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

    private Line start() throws IOException, InterruptedException {
        Files.createDirectories(data);
        long begin = System.nanoTime();
        LaunchLog.to(data.resolve("logs"));
        Line line = new Line(new LineOptions(project, data, List.of(), Map.of(), this::say));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(line), "stop-line"));
        line.start();
        state(line).write(data);
        say("ready in " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin) + " s");
        return line;
    }

    private void stop(Line line) {
        line.close();
        try {
            LineState.delete(data);
        } catch (IOException e) {
            System.err.println("onrecord: " + e.getMessage());
        }
    }

    /** Starts a service again when it ends by itself, a few times; returns when it keeps ending. */
    private void supervise(Line line) throws IOException, InterruptedException {
        int restarts = 0;
        while (true) {
            TimeUnit.SECONDS.sleep(1);
            for (ServiceProcess service : line.services()) {
                if (service.endedByItself()) {
                    if (++restarts > MAX_RESTARTS) {
                        throw new IOException(service.name() + " keeps ending; its log: " + service.log());
                    }
                    say(service.name() + " ended; starting it again");
                    service.start();
                    service.awaitReady(this::say);
                    state(line).write(data);
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
        LineState.delete(data);
    }

    private void say(String line) {
        System.out.println(line.isEmpty() ? "" : "onrecord: " + line);
    }
}
