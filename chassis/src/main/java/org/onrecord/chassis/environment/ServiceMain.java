package org.onrecord.chassis.environment;

import java.util.List;
import java.util.stream.Stream;

import io.quarkus.runtime.Quarkus;

import org.onrecord.chassis.door.OwnHosts;

/** What the program of every service does: run the command that it is given, or start, if it was told all that it needs. */
public final class ServiceMain {

    private ServiceMain() {}

    /**
     * Ends the process where there is nothing to start.
     *
     * @param commands of the service
     * @param variables that it reads beside those of every service
     * @param arguments of the program
     */
    public static void run(Commands commands, List<Variable> variables, String[] arguments) {
        commands.runAndExit(arguments);
        Environment environment = Environment.ofThisProcess();
        Environment.requireOrExit(
                commands.service(),
                Stream.concat(ofEveryService(environment).stream(), variables.stream())
                        .toList());
        Quarkus.run(arguments);
    }

    private static boolean areHosts(String names) {
        try {
            OwnHosts.and(names);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<Variable> ofEveryService(Environment environment) {
        return List.of(
                Variable.brokers("KAFKA_BOOTSTRAP_SERVERS"),
                Variable.serviceToken(environment),
                Variable.oneOf("ONRECORD_ACCESS_MODE", List.of("keys", "open")).optional(),
                Variable.readBy(
                                "ONRECORD_HOSTS",
                                "a comma-separated list of host names or addresses, without ports",
                                ServiceMain::areHosts)
                        .optional());
    }
}
