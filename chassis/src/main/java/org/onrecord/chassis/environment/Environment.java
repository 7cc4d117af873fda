package org.onrecord.chassis.environment;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Where variables are set: in the process's environment, or as system properties of the same name or of the property that
 * the name stands for ({@code KAFKA_BOOTSTRAP_SERVERS}, {@code kafka.bootstrap.servers}).
 *
 * @param variables of the process
 * @param properties of the JVM
 */
public record Environment(Map<String, String> variables, Properties properties) {

    /** Exit status of a service that was told something it cannot work with. */
    public static final int WRONG = 2;

    /** This process's own. */
    public static Environment ofThisProcess() {
        return new Environment(System.getenv(), System.getProperties());
    }

    /** One sentence for each variable that is missing or holds what it cannot, in their order. */
    public List<String> faults(List<Variable> expected) {
        return expected.stream()
                .flatMap(variable -> variable.fault(value(variable.name())).stream())
                .toList();
    }

    /** Ends the process with one line for each fault, if there is any: better now than in the middle of the work. */
    public static void requireOrExit(String service, List<Variable> expected) {
        List<String> faults = ofThisProcess().faults(expected);
        if (!faults.isEmpty()) {
            faults.forEach(fault -> System.err.println(service + ": " + fault));
            System.exit(WRONG);
        }
    }

    /** Whether everybody may ask the services: on one machine, where nobody else reaches them. */
    public boolean isOpen() {
        return value("ONRECORD_ACCESS_MODE").filter("open"::equalsIgnoreCase).isPresent();
    }

    /** What a variable holds, if it is set and more than white space. */
    public Optional<String> text(String name) {
        return value(name).map(String::strip).filter(text -> !text.isEmpty());
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(properties.getProperty(name))
                .or(() -> Optional.ofNullable(
                        properties.getProperty(name.toLowerCase(Locale.ROOT).replace('_', '.'))))
                .or(() -> Optional.ofNullable(variables.get(name)));
    }
}
