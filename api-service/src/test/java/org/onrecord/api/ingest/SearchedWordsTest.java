package org.onrecord.api.ingest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.onrecord.contracts.Analysis;
import org.onrecord.contracts.Field;
import org.onrecord.contracts.Quote;
import org.onrecord.contracts.QuoteKind;
import org.onrecord.contracts.Span;
import org.onrecord.local.server.KafkaTestResource;
import org.onrecord.local.server.PostgresTestResource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each of these takes PostgreSQL's parser minutes as it is, so that its article was tried for ever, and kept a place from others. */
@QuarkusTest
@QuarkusTestResource(KafkaTestResource.class)
@QuarkusTestResource(PostgresTestResource.class)
class SearchedWordsTest {
    @Inject
    AnalysisStore store;

    @Inject
    Jdbi jdbi;

    @ParameterizedTest
    @ValueSource(strings = {"a_", "~/", "a-1-", "a-b.", "<!-- "})
    void textsThatAreMadeToBeSearchedForLongAreStored(String piece) {
        UUID articleId = UUID.nameUUIDFromBytes(piece.getBytes(StandardCharsets.UTF_8));
        String text = "The dredger arrived. " + piece.repeat(95_000 / piece.length()) + " It <b>docked</b>.";

        assertThat(store.store(quotedWhole(articleId, text))).isEqualTo(AnalysisStore.Stored.NEW);

        assertThat(found("article", articleId)).containsExactly("dredger", "docked");
        assertThat(found("quote", articleId)).containsExactly("dredger", "docked");
    }

    private static Analysis quotedWhole(UUID articleId, String text) {
        Quote quote = new Quote(
                articleId,
                QuoteKind.DIRECT,
                List.of(new Span(Field.TEXT, 0, text.length())),
                text,
                null,
                null,
                0.9,
                "test");
        return new Analysis(
                Events.article(articleId, text, Events.MORNING),
                "test-nlp/1",
                Events.MORNING,
                List.of(),
                List.of(),
                List.of(),
                List.of(quote));
    }

    private List<String> found(String table, UUID articleId) {
        return jdbi.withHandle(handle -> handle.select(
                        "SELECT word FROM unnest(ARRAY['dredger', 'docked', 'absent']) AS word JOIN " + table
                                + " ON search @@ websearch_to_tsquery('english', word) WHERE article_id = ?",
                        articleId)
                .mapTo(String.class)
                .list());
    }
}
