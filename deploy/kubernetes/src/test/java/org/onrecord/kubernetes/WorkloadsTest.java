package org.onrecord.kubernetes;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The pods of the services: their configuration, their privileges, their probes. */
class WorkloadsTest {
    @ParameterizedTest
    @MethodSource("org.onrecord.kubernetes.Overlay#all")
    void everyVariableIsReadAndEveryRequiredOneIsSet(Overlay overlay) {
        assertThat(overlay.manifests("Deployment")).isNotEmpty().allSatisfy(deployment -> {
            ServiceConfiguration configuration = ServiceConfiguration.of(deployment.name());
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
}
