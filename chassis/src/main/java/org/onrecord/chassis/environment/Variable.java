package org.onrecord.chassis.environment;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A variable that a service reads. Immutable.
 *
 * @param name as it is set, such as {@code ONRECORD_DATABASE_URL}
 * @param isRequired whether the service cannot do without
 * @param isSecret whether what it holds is never to be shown
 * @param expected what it may hold, to go on "must be …"
 * @param fits whether a value, without white space around it, is that
 */
public record Variable(String name, boolean isRequired, boolean isSecret, String expected, Predicate<String> fits) {

    /** As Quarkus reads a duration: a number of seconds, a number with its unit, or ISO 8601. */
    private static final Pattern DURATION = Pattern.compile("\\d+(ms|[smhd])?|[Pp][-+.,\\w]+");

    private static final int SHORTEST_TOKEN = 32;

    private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^\\s:/\\[\\]]+):\\d{1,5}");

    /** Kafka brokers. */
    public static Variable brokers(String name) {
        return new Variable(
                name,
                true,
                false,
                "a comma-separated list of brokers as host:port, such as kafka:9092",
                Variable::areHosts);
    }

    /** A PostgreSQL database. */
    public static Variable database(String name) {
        return new Variable(
                name,
                true,
                // Some put the password into it.
                true,
                "the JDBC URL of a PostgreSQL database, such as jdbc:postgresql://host:5432/onrecord",
                value -> value.startsWith("jdbc:postgresql:"));
    }

    /** A database, and how to get in. */
    public static List<Variable> ofDatabase() {
        return List.of(
                database("ONRECORD_DATABASE_URL"),
                text("ONRECORD_DATABASE_USER"),
                secret("ONRECORD_DATABASE_PASSWORD"));
    }

    /** Where another service answers. */
    public static Variable url(String name) {
        return new Variable(
                name, true, false, "the http or https URL of a service, such as http://host:8081", Variable::isUrl);
    }

    /** Words that somebody chooses. */
    public static Variable text(String name) {
        return new Variable(name, true, false, "a value that is not blank", value -> true);
    }

    /** Words that are not to be shown. */
    public static Variable secret(String name) {
        return new Variable(name, true, true, "a value that is not blank", value -> true);
    }

    /** What the API service shows the two others, so that they let nobody else in; not needed where everybody may ask. */
    public static Variable serviceToken(Environment environment) {
        Variable token = new Variable(
                "ONRECORD_SERVICE_TOKEN",
                true,
                true,
                "a secret of 32 characters or more, the same for all three services (not needed with"
                        + " ONRECORD_ACCESS_MODE=open, on a single machine)",
                value -> value.length() >= SHORTEST_TOKEN && value.chars().allMatch(c -> c > ' ' && c < 0x7f));
        return environment.isOpen() ? token.optional() : token;
    }

    /** A duration such as {@code 1s}, {@code 500ms} or {@code PT1S}. */
    public static Variable duration(String name) {
        return new Variable(
                name,
                true,
                false,
                "a duration such as 1s, 500ms or PT1S",
                v -> DURATION.matcher(v).matches());
    }

    /** A whole number of one or more. */
    public static Variable count(String name) {
        return new Variable(name, true, false, "a whole number of 1 or more", v -> v.matches("0*[1-9]\\d{0,8}"));
    }

    /** One of some words, in any case. */
    public static Variable oneOf(String name, List<String> words) {
        return new Variable(
                name,
                true,
                false,
                String.join(" or ", words),
                v -> words.stream().anyMatch(v::equalsIgnoreCase));
    }

    /** What a reader of the service's own takes. */
    public static Variable readBy(String name, String expected, Predicate<String> fits) {
        return new Variable(name, true, false, expected, fits);
    }

    /** The same, but the service has a default. */
    public Variable optional() {
        return new Variable(name, false, isSecret, expected, fits);
    }

    /**
     * What is wrong with a value, as a sentence that says what to do.
     *
     * @param value empty if the variable is not set; a blank one is none
     */
    public Optional<String> fault(Optional<String> value) {
        Optional<String> set = value.map(String::strip).filter(v -> !v.isEmpty());
        if (set.isEmpty()) {
            return isRequired ? Optional.of(name + " is not set: it must be " + expected) : Optional.empty();
        }
        return set.filter(v -> !fits.test(v))
                .map(v -> name + " is " + (isSecret ? "wrong" : "\"" + v + "\"") + ": it must be " + expected);
    }

    private static boolean areHosts(String value) {
        return Arrays.stream(value.split(",", -1))
                .allMatch(host -> HOST_AND_PORT.matcher(host.strip()).matches());
    }

    private static boolean isUrl(String value) {
        try {
            URI uri = URI.create(value);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
