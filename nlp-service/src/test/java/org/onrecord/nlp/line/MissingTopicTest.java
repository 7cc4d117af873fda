package org.onrecord.nlp.line;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.onrecord.contracts.Topics;
import org.onrecord.local.server.KafkaTestResource;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.onrecord.nlp.Eventually.eventually;

/** A topic that somebody deleted is named, and the service goes on when it is made again. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class MissingTopicTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void aMissingTopicIsNamedUntilItIsMadeAgain() throws ExecutionException, InterruptedException {
        List<String> topics = List.of(Topics.ANALYSES, Topics.NLP_ARTICLES_DEAD_LETTER);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            eventually().until(() -> ready() == 200);

            admin.deleteTopics(topics).all().get();

            eventually().until(() -> ready() == 503);
            given().get("/q/health/ready")
                    .then()
                    .body(containsString("it has no topics analyses, nlp-articles-dead-letter"));

            // A broker deletes in its own time, and until then refuses a new topic of the name.
            eventually().ignoreExceptions().until(() -> {
                admin.createTopics(topics.stream()
                                .filter(topic -> isMissing(admin, topic))
                                .map(topic -> new NewTopic(topic, Optional.empty(), Optional.empty()))
                                .toList())
                        .all()
                        .get();
                return true;
            });
            eventually().until(() -> ready() == 200);
        }
    }

    private static boolean isMissing(Admin admin, String topic) {
        try {
            return !admin.listTopics().names().get().contains(topic);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int ready() {
        return given().get("/q/health/ready").statusCode();
    }
}
