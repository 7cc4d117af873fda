package org.onrecord.api.ingest;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.onrecord.contracts.Analysis;
import org.onrecord.contracts.Article;

/** Keys of rows that no event names. They are made of what the row says, so that the same event makes the same row. */
final class RowIds {
    private RowIds() {}

    static UUID observation(Article article) {
        return named("observation", article.articleId(), article.fetchedAt(), article.version(), article.extractor());
    }

    static UUID analysis(Analysis analysis) {
        Article article = analysis.article();
        return named("analysis", article.articleId(), article.version(), article.extractor(), analysis.analyser());
    }

    private static UUID named(Object... parts) {
        StringBuilder name = new StringBuilder();
        for (Object part : parts) {
            name.append(part).append('\n');
        }
        return UUID.nameUUIDFromBytes(name.toString().getBytes(StandardCharsets.UTF_8));
    }
}
