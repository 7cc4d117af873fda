package org.onrecord.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The pods of the services: their configuration, their privileges, their probes. */
class WorkloadsTest {
    /** Read by the libraries or the JVM, and not named in application.properties. */
    private static final Set<String> READ_ELSEWHERE = Set.of(
            "KAFKA_BOOTSTRAP_SERVERS",
            "ONRECORD_SERVICE_TOKEN",
            "QUARKUS_LOG_CONSOLE_JSON_ENABLED",
            "JAVA_TOOL_OPTIONS");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:)?[^}]*}");

    @ParameterizedTest
    @MethodSource("org.onrecord.kubernetes.Overlay#all")
    void everyVariableIsReadAndEveryRequiredOneIsSet(Overlay overlay) {
        assertThat(overlay.manifests("Deployment")).isNotEmpty().allSatisfy(deployment -> {
            Configuration configuration = Configuration.of(deployment.name());
            Set<String> set = environment(deployment.containers().getFirst());
            assertThat(set).isSubsetOf(configuration.read()).containsAll(configuration.required());
        });
    }

    @ParameterizedTest
    @MethodSource("org.onrecord.kubernetes.Overlay#all")
    void podsHaveNoPrivileges(Overlay overlay) {
        assertThat(overlay.manifests("Deployment")).allSatisfy(deployment -> {
            JsonNode pod = deployment.at("/spec/template/spec");
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            assertThat(deployment.containers()).allSatisfy(container -> {
                assertThat(container
                                .at("/securityContext/allowPrivilegeEscalation")
                                .asBoolean(true))
                        .isFalse();
                assertThat(container
                                .at("/securityContext/readOnlyRootFilesystem")
                                .asBoolean())
                        .isTrue();
                assertThat(container.at("/securityContext/capabilities/drop/0").asText())
                        .isEqualTo("ALL");
            });
        });
    }

    @ParameterizedTest
    @MethodSource("org.onrecord.kubernetes.Overlay#all")
    void podsSayWhatTheyNeed(Overlay overlay) {
        assertThat(overlay.manifests("Deployment").stream().flatMap(each -> each.containers().stream()))
                .allSatisfy(container -> {
                    assertThat(container.at("/resources/requests/cpu").asText()).isNotEmpty();
                    assertThat(container.at("/resources/requests/memory").asText())
                            .isNotEmpty();
                    assertThat(container.at("/resources/limits/memory").asText())
                            .isNotEmpty();
                    assertThat(container.at("/startupProbe/httpGet/path").asText())
                            .isEqualTo("/q/health/started");
                    assertThat(container.at("/readinessProbe/httpGet/path").asText())
                            .isEqualTo("/q/health/ready");
                    assertThat(container.at("/livenessProbe/httpGet/path").asText())
                            .isEqualTo("/q/health/live");
                });
    }

    private static Set<String> environment(JsonNode container) {
        return StreamSupport.stream(container.path("env").spliterator(), false)
                .map(variable -> variable.path("name").asText())
                .collect(Collectors.toSet());
    }

    /**
     * The variables that a service reads.
     *
     * @param required those without a default
     */
    private record Configuration(Set<String> read, Set<String> required) {
        static Configuration of(String service) {
            Set<String> read = new HashSet<>(READ_ELSEWHERE);
            Set<String> required = new HashSet<>(Set.of("KAFKA_BOOTSTRAP_SERVERS", "ONRECORD_SERVICE_TOKEN"));
            VARIABLE.matcher(properties(service)).results().forEach(variable -> {
                read.add(variable.group(1));
                if (variable.group(2) == null) {
                    required.add(variable.group(1));
                }
            });
            return new Configuration(read, required);
        }

        private static String properties(String service) {
            try {
                return Files.readString(Path.of("../..", service, "src/main/resources/application.properties"));
            } catch (IOException e) {
                throw new AssertionError(service + " is no service of this project", e);
            }
        }
    }
}
