package org.onrecord.scraper.archive;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import org.onrecord.chassis.environment.Environment;
import org.onrecord.chassis.event.EventReader;
import org.onrecord.contracts.Article;
import org.onrecord.contracts.Topics;
import org.onrecord.egress.FetchResult.Fetched;
import org.onrecord.local.server.EmbeddedKafka;
import org.onrecord.local.server.LoopbackPort;
import org.onrecord.scraper.Pages;

import static org.assertj.core.api.Assertions.assertThat;

/** Articles go from an archive to a real broker. */
class RepublishCommandTest extends ArchiveFolder {
    @Test
    void whatWasArchivedSinceAMomentIsPutOnItsTopicAgainAsItWas() throws Exception {
        Fetched early = page("https://news.example/early", Pages.FERRY.replace("winter", "spring"));
        Fetched late = new Fetched(
                List.of(URI.create("https://news.example/late")),
                early.sent(),
                early.status(),
                early.headers(),
                Pages.FERRY.getBytes(StandardCharsets.UTF_8),
                early.fetchedAt().plusSeconds(60));
        archive.keepReading(read(early, archive.keep(early).orElseThrow()));
        Article article =
                read(late, archive.keep(late, Extent.BEGINNING).orElseThrow(), Optional.of("the connection ended"));
        archive.keepReading(article);
        archive.close();
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        Path data = Files.createTempDirectory("onrecord-republish");
        try (EmbeddedKafka kafka = EmbeddedKafka.start(data, LoopbackPort.free());
                KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            int status = RepublishCommand.run(
                    List.of(late.fetchedAt().toString(), folder.toString()),
                    new Environment(Map.of("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers()), new Properties()),
                    new PrintStream(report));

            assertThat(report.toString(StandardCharsets.UTF_8))
                    .isEqualToIgnoringNewLines("republish: put 1 article on articles");
            assertThat(status).isZero();
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.ARTICLES).stream()
                    .map(partition -> new TopicPartition(Topics.ARTICLES, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<String, byte[]>> published = new ArrayList<>();
            while (published.isEmpty()) {
                consumer.poll(Duration.ofSeconds(1)).forEach(published::add);
            }
            assertThat(published).singleElement().satisfies(event -> {
                assertThat(new EventReader(new ObjectMapper().registerModule(new JavaTimeModule()))
                                .article(event.value()))
                        .isEqualTo(article)
                        .extracting(Article::partial)
                        .isEqualTo(true);
                assertThat(event.key()).startsWith(article.articleId() + "/");
                assertThat(new String(event.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                        .isEqualTo(Topics.ARTICLE_TYPE);
            });
        }
    }

    @Test
    void whatIsToBeRepublishedHasToBeNamed() {
        Environment environment = new Environment(Map.of("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9"), new Properties());
        for (List<String> wrong : List.of(
                List.<String>of(),
                List.of("yesterday", folder.toString()),
                List.of("2026-11-27", folder.resolve("none").toString()))) {
            ByteArrayOutputStream report = new ByteArrayOutputStream();
            assertThat(RepublishCommand.run(wrong, environment, new PrintStream(report)))
                    .isEqualTo(2);
            assertThat(report.toString(StandardCharsets.UTF_8).lines())
                    .singleElement()
                    .asString()
                    .startsWith("republish: name");
        }
    }
}
