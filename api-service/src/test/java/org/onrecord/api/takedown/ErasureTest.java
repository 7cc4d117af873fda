package org.onrecord.api.takedown;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import org.onrecord.api.StoredNews;
import org.onrecord.api.ingest.Events;
import org.onrecord.chassis.event.ArticleKey;
import org.onrecord.contracts.Analysis;
import org.onrecord.contracts.Topics;
import org.onrecord.local.server.EmbeddedKafka;
import org.onrecord.local.server.LoopbackPort;
import org.onrecord.local.server.PostgresTestResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.api.Eventually.eventually;

/** The words of what was taken down leave the log of a real broker, and its files; those of its neighbours stay. */
@QuarkusTest
@TestProfile(ErasureTest.QuickBroker.class)
class ErasureTest {
    private static final Instant MORNING = Instant.parse("2026-11-02T08:00:00Z");
    private static final List<String> DEAD_LETTERS =
            List.of(Topics.NLP_ARTICLES_DEAD_LETTER, Topics.API_ANALYSES_DEAD_LETTER);

    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    private StoredNews news;
    private KafkaProducer<String, byte[]> producer;

    @BeforeEach
    void connect() throws SQLException {
        news = new StoredNews(database);
        news.run("DELETE FROM erasure");
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", OwnBroker.address()), new StringSerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void disconnect() {
        producer.close();
    }

    @Test
    void theBrokerErasesWhatIsTakenDownFromEveryTopicAndNothingElse() throws Exception {
        UUID taken = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        publish(version(taken, "quindecillion", 0), version(taken, "sexdecillion", 60));
        publish(version(other, "fourscore", 0), version(other, "threescore", 60));
        Analysis before = version(taken, "septendecillion", -60);
        for (String topic : List.of(Topics.ARTICLES, Topics.NLP_ARTICLES_DEAD_LETTER)) {
            send(topic, ArticleKey.before(taken), json.writeValueAsBytes(before.article()));
        }
        awaitStored(taken, other);
        assertThat(onDisk("quindecillion")).isTrue();
        assertThat(onDisk("septendecillion")).isTrue();

        takeDown(taken);

        eventually()
                .until(() ->
                        !isInTopics("quindecillion") && !isInTopics("sexdecillion") && !isInTopics("septendecillion"));
        eventually().until(() -> !onDisk("quindecillion") && !onDisk("sexdecillion") && !onDisk("septendecillion"));
        for (String topic : Topics.ERASABLE) {
            assertThat(records(topic)).as(topic).anyMatch(record -> has(record, "fourscore"));
            assertThat(records(topic)).as(topic).anyMatch(record -> has(record, "threescore"));
        }
        eventually().until(() -> news.count("erasure") == 0);
        given().get("/v1/articles/" + other).then().statusCode(200);
    }

    @Test
    void whatWasOnItsWayIsErasedWhenItComes() throws Exception {
        UUID taken = UUID.randomUUID();
        publish(version(taken, "octodecillion", 0));
        awaitStored(taken);
        takeDown(taken);
        eventually().until(() -> news.count("erasure") == 0);

        publish(version(taken, "novemdecillion", 60));

        eventually().until(() -> !onDisk("octodecillion") && !onDisk("novemdecillion"));
        given().get("/v1/articles/" + taken).then().statusCode(410);
    }

    @Test
    void whatWasTakenDownWhileTheBrokerWasAwayIsErasedWhenItIsBack() throws Exception {
        UUID taken = UUID.randomUUID();
        publish(version(taken, "vigintillion", 0));
        awaitStored(taken);
        producer.close();
        OwnBroker.stopBroker();

        takeDown(taken);

        given().get("/v1/articles/" + taken).then().statusCode(410);
        // In the database, so that it outlives the process too.
        assertThat(news.count("erasure WHERE rounds_left = 2 AND record_key LIKE '" + taken + "%'"))
                .isEqualTo(2);
        assertThat(onDisk("vigintillion")).isTrue();
        OwnBroker.startBroker();
        eventually().until(() -> !onDisk("vigintillion"));
        eventually().until(() -> news.count("erasure") == 0);
    }

    @Test
    void aDatabaseFromBeforeTheTakedownLearnsOfItFromTheTopic() throws Exception {
        UUID restored = UUID.randomUUID();
        UUID unknown = UUID.randomUUID();
        String ofBoth = " WHERE article_id IN ('" + restored + "', '" + unknown + "')";
        publish(version(restored, "centillion", 0));
        awaitStored(restored);

        send(Topics.ANALYSES, ArticleKey.of(version(restored, "centillion", 0).article()), null);
        send(Topics.ANALYSES, ArticleKey.before(unknown), null);

        eventually().until(() -> given().get("/v1/articles/" + restored).statusCode() == 410);
        eventually().until(() -> given().get("/v1/articles/" + unknown).statusCode() == 410);
        assertThat(news.count("article_version" + ofBoth)).isZero();
        // The scraper, which is away, is to learn of both.
        assertThat(news.count("archive_erasure" + ofBoth)).isEqualTo(2);
        publish(version(unknown, "googolplex", 0));
        eventually().until(() -> !onDisk("googolplex") && !onDisk("centillion"));
        assertThat(news.count("article_version" + ofBoth)).isZero();
    }

    private static Analysis version(UUID article, String weeks, int seconds) {
        Instant fetchedAt = MORNING.plusSeconds(seconds);
        return Events.analysis(article, weeks, fetchedAt, "test-nlp/1", fetchedAt.plusSeconds(5));
    }

    private void publish(Analysis... analyses) throws Exception {
        for (Analysis analysis : analyses) {
            String key = ArticleKey.of(analysis.article());
            byte[] article = json.writeValueAsBytes(analysis.article());
            send(Topics.ARTICLES, key, article);
            for (String topic : DEAD_LETTERS) {
                send(topic, key, article);
            }
            send(Topics.ANALYSES, key, json.writeValueAsBytes(analysis));
        }
    }

    private void send(String topic, String key, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(topic, key, value)).get();
    }

    private static void awaitStored(UUID... articles) {
        for (UUID article : articles) {
            eventually().until(() -> given().get("/v1/articles/" + article).statusCode() == 200);
        }
    }

    /** The scraper is away. */
    private static void takeDown(UUID article) {
        given().delete("/v1/articles/" + article).then().statusCode(503);
    }

    private static boolean isInTopics(String word) {
        return Topics.ERASABLE.stream()
                .flatMap(topic -> records(topic).stream())
                .anyMatch(record -> has(record, word));
    }

    private static boolean has(ConsumerRecord<String, byte[]> record, String word) {
        return record.value() != null && new String(record.value(), StandardCharsets.UTF_8).contains(word);
    }

    private static List<ConsumerRecord<String, byte[]>> records(String topic) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", OwnBroker.address()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /** In any file of the broker; what is sent here is not compressed. */
    private static boolean onDisk(String word) throws IOException {
        byte[] wanted = word.getBytes(StandardCharsets.UTF_8);
        try (Stream<Path> files = Files.walk(OwnBroker.folder)) {
            return files.anyMatch(file -> contains(file, wanted));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoSuchFileException) {
                return true; // Deleted meanwhile: look again.
            }
            throw e;
        }
    }

    private static boolean contains(Path file, byte[] wanted) {
        try {
            return Files.isRegularFile(file)
                    && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                            .contains(new String(wanted, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A broker that compacts within seconds what it has to compact within hours elsewhere. */
    public static final class QuickBroker implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("onrecord.takedown.erase-again-after", "3S");
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(OwnBroker.class), new TestResourceEntry(PostgresTestResource.class));
        }
    }

    /** A broker on one port and one folder, started as often as one likes. */
    public static final class OwnBroker implements QuarkusTestResourceLifecycleManager {
        private static final Map<String, String> QUICK =
                Map.of("max.compaction.lag.ms", "1000", "file.delete.delay.ms", "100");

        private static EmbeddedKafka kafka;
        private static Path folder;
        private static int port;

        @Override
        public Map<String, String> start() {
            try {
                port = LoopbackPort.free();
                folder = Files.createTempDirectory("onrecord-kafka");
                startBroker();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.of("kafka.bootstrap.servers", address(), "ONRECORD_ACCESS_MODE", "open");
        }

        static String address() {
            return "127.0.0.1:" + port;
        }

        static void startBroker() throws IOException {
            kafka = EmbeddedKafka.start(folder, port);
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", address()))) {
                admin.incrementalAlterConfigs(Topics.ERASABLE.stream()
                                .collect(Collectors.toMap(
                                        topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic),
                                        topic -> QUICK.entrySet().stream()
                                                .map(setting -> new AlterConfigOp(
                                                        new ConfigEntry(setting.getKey(), setting.getValue()),
                                                        AlterConfigOp.OpType.SET))
                                                .toList())))
                        .all()
                        .get();
            } catch (Exception e) {
                throw new IOException("settings refused", e);
            }
        }

        static void stopBroker() {
            kafka.close();
        }

        @Override
        public void stop() {
            stopBroker();
        }
    }
}
