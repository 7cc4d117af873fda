package org.onrecord.nlp.line;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.onrecord.chassis.event.ArticleKey;
import org.onrecord.contracts.Analysis;
import org.onrecord.contracts.Article;
import org.onrecord.contracts.Outcome;
import org.onrecord.contracts.OutcomeReason;
import org.onrecord.contracts.Quote;
import org.onrecord.contracts.Stage;
import org.onrecord.contracts.Topics;
import org.onrecord.local.server.KafkaTestResource;

import static org.assertj.core.api.Assertions.assertThat;

/** The service among its neighbours: records go in over a real broker, and what comes out is read by their schemas. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
class ArticlesLineTest {
    private static final String TEXT = """
            The night ferry will keep running, harbour master Ingrid Solheim said on Tuesday.

            “We looked at the figures twice,” Solheim told reporters.""";

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private LineClient line;

    @BeforeEach
    void connect() {
        line = new LineClient(bootstrapServers);
    }

    @AfterEach
    void disconnect() {
        line.close();
    }

    @Test
    void an_article_goes_in_and_its_analysis_comes_out() throws IOException {
        Article article = article("https://harbour.example/ferry", "en", "Ferry stays", TEXT);

        send(article);

        ConsumerRecord<String, byte[]> analysed = one(Topics.ANALYSES, article.articleId());
        assertThat(LineClient.header(analysed, "ce_type")).isEqualTo(Topics.ANALYSIS_TYPE);
        assertThat(LineClient.header(analysed, "ce_source")).isEqualTo("nlp-service");
        assertThat(LineClient.header(analysed, "ce_specversion")).isEqualTo("1.0");
        assertThat(LineClient.header(analysed, "ce_id"))
                .isEqualTo(article.articleId() + "/" + article.version() + "/onrecord-nlp/2");
        assertThat(LineClient.header(analysed, "content-type")).isEqualTo("application/json");
        assertThat(EventSchemas.errors("analysis.v1", analysed.value())).isEmpty();

        Analysis analysis = json.readValue(analysed.value(), Analysis.class);
        assertThat(analysis.article()).isEqualTo(article);
        assertThat(analysis.sentences()).hasSize(3);
        assertThat(analysis.quotes())
                .extracting(Quote::text)
                .anyMatch(text -> text.contains("We looked at the figures twice"));
    }

    @Test
    void what_became_of_an_article_is_told_under_its_url() throws IOException {
        Article article = article("https://harbour.example/outcome", "en", "", TEXT);

        send(article);

        ConsumerRecord<String, byte[]> told = line.await(Topics.OUTCOMES, 1, LineClient.keyed(article.requestedUrl()))
                .getFirst();
        assertThat(LineClient.header(told, "ce_type")).isEqualTo(Topics.OUTCOME_TYPE);
        assertThat(EventSchemas.errors("outcome.v1", told.value())).isEmpty();
        Outcome outcome = json.readValue(told.value(), Outcome.class);
        assertThat(outcome.stage()).isEqualTo(Stage.ANALYSE);
        assertThat(outcome.reason()).isEqualTo(OutcomeReason.ANALYSED);
        assertThat(outcome.requestId()).isEqualTo(article.requestId());
        assertThat(outcome.articleId()).isEqualTo(article.articleId());
        assertThat(LineClient.header(told, "ce_id"))
                .isEqualTo(outcome.outcomeId().toString());
    }

    @Test
    void an_article_in_another_language_is_passed_on_without_annotations() throws IOException {
        Article article = article(
                null,
                "de",
                "",
                "Der Fährverkehr bleibt über den Winter bestehen, teilte das Hafenamt am Dienstag mit.");

        send(article);

        Analysis analysis =
                json.readValue(one(Topics.ANALYSES, article.articleId()).value(), Analysis.class);
        assertThat(analysis.article()).isEqualTo(article);
        assertThat(analysis.sentences()).isEmpty();
        assertThat(analysis.quotes()).isEmpty();
        Outcome outcome = json.readValue(
                line.await(
                                Topics.OUTCOMES,
                                1,
                                LineClient.keyed(article.requestId().toString()))
                        .getFirst()
                        .value(),
                Outcome.class);
        assertThat(outcome.reason()).isEqualTo(OutcomeReason.UNSUPPORTED_LANGUAGE);
    }

    @Test
    void a_record_that_is_no_article_is_put_aside_with_its_cause_and_the_next_one_is_read() throws IOException {
        Article next = article("https://harbour.example/next", "en", "", TEXT);
        String key = next.articleId().toString();
        byte[] broken = "{\"articleId\": \"no id\", \"text\"".getBytes(StandardCharsets.UTF_8);
        byte[] incomplete = "{\"title\": \"Only a title\"}".getBytes(StandardCharsets.UTF_8);

        line.send(Topics.ARTICLES, key, broken);
        line.send(Topics.ARTICLES, key, incomplete);
        send(next);

        one(Topics.ANALYSES, next.articleId());
        ConsumerRecord<String, byte[]> dead = deadLetter(key, broken);
        assertThat(LineClient.header(dead, "dead-letter-reason")).contains("not an article event");
        assertThat(LineClient.header(dead, "dead-letter-topic")).isEqualTo(Topics.ARTICLES);
        assertThat(LineClient.header(deadLetter(key, incomplete), "dead-letter-reason"))
                .contains("lacks");
    }

    /** Some 50,000 quotes, which would be several times what a record may have. */
    @Test
    void a_text_of_nothing_but_quotes_becomes_an_analysis_that_fits() throws IOException {
        String piece = "\"No,\" said Solheim.\n";
        Article article = article(
                "https://harbour.example/made-up", "en", "Ferry stays", piece.repeat(1_000_000 / piece.length()));

        send(article);

        Analysis analysis =
                json.readValue(one(Topics.ANALYSES, article.articleId()).value(), Analysis.class);
        assertThat(analysis.quotes()).hasSizeBetween(1_000, 8_000);
        Outcome outcome = json.readValue(
                line.await(Topics.OUTCOMES, 1, LineClient.keyed(article.requestedUrl()))
                        .getFirst()
                        .value(),
                Outcome.class);
        assertThat(outcome.reason()).isEqualTo(OutcomeReason.ANALYSED);
        assertThat(outcome.detail()).contains("annotations left out");
    }

    @Test
    void what_was_erased_is_passed_on_and_neither_read_nor_put_aside() throws IOException {
        Article erased = article("https://harbour.example/erased", "en", "", TEXT);
        String key = ArticleKey.of(erased);

        line.send(Topics.ARTICLES, key, null);
        line.send(Topics.ARTICLES, "of no article", null);
        Article next = article("https://harbour.example/after-erased", "en", "", TEXT);
        send(next);

        one(Topics.ANALYSES, next.articleId());
        ConsumerRecord<String, byte[]> told =
                line.await(Topics.ANALYSES, 1, LineClient.keyed(key)).getFirst();
        assertThat(told.value()).isNull();
        line.send(Topics.ARTICLES, ArticleKey.of(next), "{".getBytes(StandardCharsets.UTF_8));
        assertThat(line.await(Topics.NLP_ARTICLES_DEAD_LETTER, 1, LineClient.of(next.articleId()))
                        .getFirst()
                        .value())
                .isNotNull();
    }

    @Test
    void all_records_of_an_article_lie_on_the_partition_of_its_id() throws IOException {
        Article article = article("https://harbour.example/partition", "en", "", TEXT);

        send(article);

        assertThat(one(Topics.ANALYSES, article.articleId()).key()).isEqualTo(ArticleKey.of(article));
        ConsumerRecord<String, byte[]> before = line.await(
                        Topics.ARTICLES, 1, LineClient.keyed(article.articleId().toString()))
                .getFirst();
        assertThat(one(Topics.ANALYSES, article.articleId()).partition()).isEqualTo(before.partition());
    }

    private ConsumerRecord<String, byte[]> deadLetter(String key, byte[] value) {
        return line.await(
                        Topics.NLP_ARTICLES_DEAD_LETTER,
                        1,
                        LineClient.keyed(key).and(dead -> Arrays.equals(dead.value(), value)))
                .getFirst();
    }

    @Test
    void the_same_article_twice_says_the_same_twice() throws IOException {
        Article article = article("https://harbour.example/twice", "en", "Ferry stays", TEXT);

        send(article);
        send(article);

        List<ConsumerRecord<String, byte[]>> analyses =
                line.await(Topics.ANALYSES, 2, LineClient.of(article.articleId()));
        Analysis first = json.readValue(analyses.get(0).value(), Analysis.class);
        Analysis second = json.readValue(analyses.get(1).value(), Analysis.class);
        assertThat(second.quotes()).isEqualTo(first.quotes());
        assertThat(second.entities()).isEqualTo(first.entities());
        assertThat(LineClient.header(analyses.get(1), "ce_id")).isEqualTo(LineClient.header(analyses.get(0), "ce_id"));
        List<ConsumerRecord<String, byte[]>> outcomes =
                line.await(Topics.OUTCOMES, 2, LineClient.keyed(article.requestedUrl()));
        assertThat(LineClient.header(outcomes.get(1), "ce_id")).isEqualTo(LineClient.header(outcomes.get(0), "ce_id"));
    }

    @Test
    void takes_every_example_of_an_article_that_the_contract_gives() throws IOException {
        for (String example : List.of("article/fetched", "article/submitted-text")) {
            byte[] event = EventSchemas.example(example);
            Article article = json.readValue(event, Article.class);

            line.send(Topics.ARTICLES, article.articleId().toString(), event);

            ConsumerRecord<String, byte[]> analysed = one(Topics.ANALYSES, article.articleId());
            assertThat(EventSchemas.errors("analysis.v1", analysed.value())).isEmpty();
        }
    }

    @Test
    void the_seed_article_is_read() throws IOException {
        String seed = seed();
        String title = seed.substring(0, seed.indexOf('\n'));
        Article article = article(
                "https://seed.example/iran",
                "en",
                title,
                seed.substring(title.length()).strip());

        send(article);

        Analysis analysis =
                json.readValue(one(Topics.ANALYSES, article.articleId()).value(), Analysis.class);
        assertThat(speaker(analysis, "We’re open to discussions if there is something constructive"))
                .isEqualTo("John Kerry");
        assertThat(speaker(analysis, "not planning to engage with Iran on military activities"))
                .isEqualTo("John Kirby");
        assertThat(speaker(analysis, "are not the whole answer")).isEqualTo("John Kerry");
        assertThat(analysis.quotes()).hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void an_article_with_half_a_surrogate_pair_keeps_its_offsets() throws IOException {
        Article article = article("https://harbour.example/half", "en", "", "A\uD83D " + TEXT);
        String escaped = json.writeValueAsString(article).replace("A\uFFFD ", "A\\ud83d ");
        assertThat(escaped).contains("\\ud83d");

        line.send(Topics.ARTICLES, article.articleId().toString(), escaped.getBytes(StandardCharsets.UTF_8));

        Analysis analysis =
                json.readValue(one(Topics.ANALYSES, article.articleId()).value(), Analysis.class);
        assertThat(analysis.article().text()).isEqualTo("A\uFFFD " + TEXT);
        assertThat(analysis.mentions())
                .isNotEmpty()
                .allSatisfy(mention -> assertThat(mention.surface())
                        .isEqualTo(analysis.article()
                                .text()
                                .substring(
                                        mention.span().start(), mention.span().end())));
    }

    private static String speaker(Analysis analysis, String words) {
        Quote quote = analysis.quotes().stream()
                .filter(candidate -> candidate.text().contains(words))
                .findFirst()
                .orElseThrow();
        return analysis.entities().get(quote.speaker().entityId()).name();
    }

    private static String seed() throws IOException {
        try (InputStream stream =
                ArticlesLineTest.class.getResourceAsStream("/seeds/article/us-open-to-working-with-iran.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void send(Article article) throws IOException {
        line.send(Topics.ARTICLES, article.articleId().toString(), json.writeValueAsBytes(article));
    }

    private ConsumerRecord<String, byte[]> one(String topic, UUID articleId) {
        return line.await(topic, 1, LineClient.of(articleId)).getFirst();
    }

    private static Article article(String url, String language, String title, String text) {
        UUID id = UUID.nameUUIDFromBytes((url == null ? text : url).getBytes(StandardCharsets.UTF_8));
        return new Article(
                id,
                "0123456789abcdef0123456789abcdef",
                UUID.nameUUIDFromBytes((id + "request").getBytes(StandardCharsets.UTF_8)),
                url,
                url,
                url,
                null,
                null,
                title,
                List.of(),
                null,
                null,
                null,
                language,
                null,
                text,
                List.of(),
                List.of(),
                Map.of(),
                Instant.parse("2026-11-17T18:30:12Z"),
                "onrecord-extract/1",
                null);
    }
}
