package org.onrecord.scraper.identity;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ArticleIdentityTest {

    private static final Optional<URI> URL = Optional.of(URI.create("https://news.example/a"));

    @Test
    void theUrlNamesTheArticleAndTheWordsItsVersion() {
        ArticleIdentity first = ArticleIdentity.of(URL, "Ferry stays", "The ferry stays.");
        ArticleIdentity edited = ArticleIdentity.of(URL, "Ferry stays", "The ferry goes.");

        assertThat(edited.articleId()).isEqualTo(first.articleId());
        assertThat(edited.version()).isNotEqualTo(first.version());
        assertThat(ArticleIdentity.of(URL, "Ferry stays", "The ferry stays.")).isEqualTo(first);
    }

    @Test
    void withoutUrlTheWordsNameBoth() {
        ArticleIdentity text = ArticleIdentity.of(Optional.empty(), "", "The ferry stays.");

        assertThat(ArticleIdentity.of(Optional.empty(), "", "The ferry stays.")).isEqualTo(text);
        assertThat(ArticleIdentity.of(Optional.empty(), "", "The ferry goes.").articleId())
                .isNotEqualTo(text.articleId());
        assertThat(text.version()).matches("[0-9a-f]{32}");
    }

    @Test
    void theExamplesOfTheContractsAreIdentifiedTheSameWay() throws IOException {
        for (String name : new String[] {"fetched", "submitted-text"}) {
            JsonNode example = example(name);
            ArticleIdentity identity = ArticleIdentity.of(
                    Optional.ofNullable(example.path("canonicalUrl").textValue())
                            .map(URI::create),
                    example.path("title").asText(),
                    example.path("text").asText());

            assertThat(identity.articleId())
                    .hasToString(example.path("articleId").asText());
            assertThat(identity.version()).isEqualTo(example.path("version").asText());
        }
    }

    private static JsonNode example(String name) throws IOException {
        try (var json = ArticleIdentityTest.class.getResourceAsStream("/examples/article/" + name + ".json")) {
            return new ObjectMapper().readTree(json);
        }
    }
}
