package org.onrecord.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

import org.onrecord.contracts.Topics;

import static org.assertj.core.api.Assertions.assertThat;

/** What one manifest says of another is true: labels, ports, names, topics, partitions. */
class ReferencesTest {
    @ParameterizedTest
    @MethodSource("org.onrecord.kubernetes.Overlay#all")
    void selectorsMatchTheLabelsOfPods(Overlay overlay) {
        List<Map<String, String>> pods = overlay.manifests("Deployment").stream()
                .map(deployment -> deployment.texts("/spec/template/metadata/labels"))
                .toList();
        Stream<Map<String, String>> selectors = Stream.of(
                        selectors(overlay, "Deployment", "/spec/selector/matchLabels"),
                        selectors(overlay, "Service", "/spec/selector"),
                        selectors(overlay, "PodDisruptionBudget", "/spec/selector/matchLabels"))
                .flatMap(each -> each);

        assertThat(selectors)
                .allSatisfy(selector -> assertThat(selector).isNotEmpty())
                .allSatisfy(selector ->
                        assertThat(pods).anySatisfy(labels -> assertThat(labels).containsAllEntriesOf(selector)));
    }

    @ParameterizedTest
    @MethodSource("org.onrecord.kubernetes.Overlay#all")
    void servicesLeadToPortsOfContainers(Overlay overlay) {
        assertThat(overlay.manifests("Service")).allSatisfy(service -> {
            JsonNode container =
                    overlay.manifest("Deployment", service.name()).containers().getFirst();
            JsonNode containerPort = container.at("/ports/0");
            assertThat(service.at("/spec/ports/0/targetPort").asText())
                    .isEqualTo(containerPort.path("name").asText());
            assertThat(service.at("/spec/ports/0/port").asInt())
                    .isEqualTo(containerPort.path("containerPort").asInt());
        });
    }

    @ParameterizedTest
    @MethodSource("org.onrecord.kubernetes.Overlay#all")
    void onlyTheApiIsReachableFromOutside(Overlay overlay) {
        assertThat(overlay.manifests("Service"))
                .allSatisfy(service ->
                        assertThat(service.at("/spec/type").asText("ClusterIP")).isIn("", "ClusterIP"));
        assertThat(overlay.manifests("Ingress").stream()
                        .flatMap(ingress -> ingress.json().findValues("service").stream()))
                .isNotEmpty()
                .allSatisfy(backend -> assertThat(backend.path("name").asText()).isEqualTo("api-service"));
    }

    @ParameterizedTest
    @MethodSource("org.onrecord.kubernetes.Overlay#all")
    void topicsAreThoseOfTheContracts(Overlay overlay) {
        assertThat(overlay.manifests("KafkaTopic").stream().map(Manifest::name))
                .containsExactlyInAnyOrder(
                        Topics.FETCH_REQUESTS,
                        Topics.ARTICLES,
                        Topics.ANALYSES,
                        Topics.OUTCOMES,
                        Topics.SCRAPER_FETCH_REQUESTS_DEAD_LETTER,
                        Topics.NLP_ARTICLES_DEAD_LETTER,
                        Topics.API_ANALYSES_DEAD_LETTER,
                        Topics.API_OUTCOMES_DEAD_LETTER);
        int brokers =
                overlay.manifest("KafkaNodePool", "broker").at("/spec/replicas").asInt();
        assertThat(overlay.manifests("KafkaTopic"))
                .allSatisfy(
                        topic -> assertThat(topic.at("/spec/replicas").asInt()).isLessThanOrEqualTo(brokers))
                .allSatisfy(topic -> assertThat(
                                topic.at("/spec/config/max.message.bytes").asInt())
                        .isEqualTo(largest(topic.name())));
    }

    @ParameterizedTest
    @MethodSource("org.onrecord.kubernetes.Overlay#all")
    void aConsumerHasNoMoreReplicasThanItsTopicHasPartitions(Overlay overlay) {
        assertThat(overlay.manifests("ScaledObject")).isNotEmpty().allSatisfy(scaler -> {
            assertThat(overlay.manifests("Deployment").stream().map(Manifest::name))
                    .contains(scaler.at("/spec/scaleTargetRef/name").asText());
            assertThat(scaler.elements("/spec/triggers")
                            .filter(trigger -> trigger.path("type").asText().equals("kafka"))
                            .map(trigger -> trigger.at("/metadata/topic").asText())
                            .map(topic -> overlay.manifest("KafkaTopic", topic)))
                    .allSatisfy(topic -> assertThat(
                                    scaler.at("/spec/maxReplicaCount").asInt())
                            .isLessThanOrEqualTo(topic.at("/spec/partitions").asInt()));
        });
    }

    @ParameterizedTest
    @MethodSource("org.onrecord.kubernetes.Overlay#all")
    void nothingButOneScalerSetsTheReplicasOfADeployment(Overlay overlay) {
        Set<String> scaled = Stream.of("ScaledObject", "HorizontalPodAutoscaler")
                .flatMap(kind -> overlay.manifests(kind).stream())
                .map(scaler -> scaler.at("/spec/scaleTargetRef/name").asText())
                .collect(Collectors.toSet());

        assertThat(overlay.manifests("Deployment"))
                .filteredOn(deployment -> scaled.contains(deployment.name()))
                .allSatisfy(
                        deployment -> assertThat(deployment.at("/spec/replicas").isMissingNode())
                                .isTrue());
    }

    /** A note of a URL, an article, or one of them with headers that say why it was put aside. */
    private static int largest(String topic) {
        return switch (topic) {
            case Topics.FETCH_REQUESTS, Topics.OUTCOMES -> 256 << 10;
            case Topics.ARTICLES, Topics.ANALYSES -> 4 << 20;
            default -> 5 << 20;
        };
    }

    private static Stream<Map<String, String>> selectors(Overlay overlay, String kind, String pointer) {
        return overlay.manifests(kind).stream().map(manifest -> manifest.texts(pointer));
    }
}
