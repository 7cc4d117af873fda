package org.onrecord.chassis.environment;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What the program of a service does when it is given the name of a command: {@code api-service key list}. So an operator
 * needs the executable, the jar or the image alone.
 */
public final class Commands {

    /** One of them. */
    @FunctionalInterface
    public interface Command {
        /**
         * Does it. What goes wrong is told in one line.
         *
         * @param arguments those after its name
         * @return exit status: 0 done, 1 failed, 2 wrong arguments or variables
         */
        int run(List<String> arguments) throws InterruptedException;
    }

    private final String service;
    private final Map<String, Command> commands;

    /** The commands of a service, by their names. */
    public Commands(String service, Map<String, Command> commands) {
        this.service = service;
        this.commands = new TreeMap<>(commands);
    }

    String service() {
        return service;
    }

    /** Runs what the first argument names and ends the process; returns if there is no argument, for the service to start. */
    public void runAndExit(String[] arguments) {
        run(List.of(arguments), System.err).ifPresent(System::exit);
    }

    OptionalInt run(List<String> arguments, PrintStream err) {
        if (arguments.isEmpty()) {
            return OptionalInt.empty();
        }
        Command command = commands.get(arguments.getFirst());
        if (command == null) {
            err.println(service + ": unknown command '" + arguments.getFirst() + "' (" + known() + ")");
            return OptionalInt.of(Environment.WRONG);
        }
        try {
            return OptionalInt.of(command.run(arguments.subList(1, arguments.size())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.of(1);
        }
    }

    private String known() {
        return commands.isEmpty()
                ? "it has none; start it without arguments"
                : "known: " + String.join(", ", commands.keySet()) + "; without arguments the service starts";
    }
}
