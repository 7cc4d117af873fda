package org.onrecord.kubernetes;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;

import io.kubernetes.client.openapi.models.V1CronJob;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** Every manifest is what its kind allows: a property that the kind does not know fails. */
class KnownKindsTest {
    private interface Check {
        void accept(JsonElement json) throws IOException;
    }

    private static final Map<String, Check> BUILT_IN = Map.of(
            "apps/v1 Deployment", V1Deployment::validateJsonElement,
            "batch/v1 CronJob", V1CronJob::validateJsonElement,
            "v1 Service", V1Service::validateJsonElement,
            "v1 Namespace", V1Namespace::validateJsonElement,
            "v1 PersistentVolumeClaim", V1PersistentVolumeClaim::validateJsonElement,
            "policy/v1 PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
            "networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy::validateJsonElement,
            "networking.k8s.io/v1 Ingress", V1Ingress::validateJsonElement,
            "autoscaling/v2 HorizontalPodAutoscaler", V2HorizontalPodAutoscaler::validateJsonElement);

    private static final Map<String, Class<?>> STRIMZI = Map.of(
            "kafka.strimzi.io/v1 Kafka", Kafka.class,
            "kafka.strimzi.io/v1 KafkaNodePool", KafkaNodePool.class,
            "kafka.strimzi.io/v1 KafkaTopic", KafkaTopic.class,
            "kafka.strimzi.io/v1 KafkaUser", KafkaUser.class);

    /** Their schemas are in no library: only what {@link ReferencesTest} asks of them is checked. */
    private static final Set<String> UNCHECKED = Set.of(
            "keda.sh/v1alpha1 ScaledObject",
            "keda.sh/v1alpha1 TriggerAuthentication",
            "postgresql.cnpg.io/v1 Cluster",
            "postgresql.cnpg.io/v1 ScheduledBackup",
            "barmancloud.cnpg.io/v1 ObjectStore");

    /** Strimzi's classes keep what they do not know; here it has to fail. */
    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated setter) {
                    return false;
                }
            });

    @ParameterizedTest
    @MethodSource("manifests")
    void isValid(Overlay overlay, Manifest manifest) {
        String kind = manifest.apiVersion() + " " + manifest.kind();
        if (BUILT_IN.containsKey(kind)) {
            JsonElement json = JsonParser.parseString(manifest.json().toString());
            assertThatCode(() -> BUILT_IN.get(kind).accept(json)).doesNotThrowAnyException();
        } else if (STRIMZI.containsKey(kind)) {
            assertThatCode(() -> readAs(STRIMZI.get(kind), manifest)).doesNotThrowAnyException();
        } else {
            assertThat(UNCHECKED).contains(kind);
        }
    }

    static Stream<Arguments> manifests() throws IOException {
        return Overlay.all()
                .flatMap(overlay -> overlay.manifests().stream().map(manifest -> Arguments.of(overlay, manifest)));
    }

    private static void readAs(Class<?> model, Manifest manifest) throws JsonProcessingException {
        STRICT.treeToValue(manifest.json(), model);
    }
}
