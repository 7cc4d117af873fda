package org.onrecord.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The variables that a service reads.
 *
 * @param required those without a default
 */
record ServiceConfiguration(Set<String> read, Set<String> required) {
    /** Read by the libraries or the JVM, and not named in any settings. */
    private static final Set<String> READ_ELSEWHERE = Set.of(
            "KAFKA_BOOTSTRAP_SERVERS",
            "KAFKA_SECURITY_PROTOCOL",
            "KAFKA_SSL_TRUSTSTORE_TYPE",
            "KAFKA_SSL_TRUSTSTORE_LOCATION",
            "KAFKA_SSL_KEYSTORE_TYPE",
            "KAFKA_SSL_KEYSTORE_LOCATION",
            "KAFKA_SSL_KEYSTORE_PASSWORD",
            "ONRECORD_SERVICE_TOKEN",
            "ONRECORD_ACCESS_MODE",
            "QUARKUS_LOG_CONSOLE_JSON_ENABLED",
            "JAVA_TOOL_OPTIONS");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:)?[^}]*}");

    private static final Pattern PORT = Pattern.compile("(?m)^quarkus\\.http\\.port=(\\d+)$");

    static ServiceConfiguration of(String service) {
        Set<String> read = new HashSet<>(READ_ELSEWHERE);
        Set<String> required = new HashSet<>(Set.of("KAFKA_BOOTSTRAP_SERVERS", "ONRECORD_SERVICE_TOKEN"));
        VARIABLE.matcher(properties(service)).results().forEach(variable -> {
            read.add(variable.group(1));
            if (variable.group(2) == null) {
                required.add(variable.group(1));
            }
        });
        return new ServiceConfiguration(read, required);
    }

    /** The port that it listens on if it is told no other. */
    static int port(String service) {
        return PORT.matcher(properties(service))
                .results()
                .map(port -> Integer.parseInt(port.group(1)))
                .findFirst()
                .orElseThrow();
    }

    /** Its own settings, and before them those that it shares with the services that have the same modules. */
    static String properties(String service) {
        try {
            String modules = Files.readString(Path.of("../..", service, "pom.xml"));
            StringBuilder properties = new StringBuilder();
            for (String shared : List.of("chassis", "database")) {
                if (modules.contains("<artifactId>" + shared + "</artifactId>")) {
                    properties.append(Files.readString(
                            Path.of("../..", shared, "src/main/resources/META-INF/microprofile-config.properties")));
                }
            }
            return properties
                    .append(Files.readString(Path.of("../..", service, "src/main/resources/application.properties")))
                    .toString();
        } catch (IOException e) {
            throw new AssertionError(service + " is no service of this project", e);
        }
    }
}
