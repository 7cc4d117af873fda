package org.onrecord.api.ingest;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.onrecord.contracts.Article;

/** What an outcome speaks of: as much of an article as can be read even where the event around it cannot. */
record Subject(
        UUID requestId,
        @Nullable String requestedUrl,
        @Nullable UUID articleId,
        @Nullable String version) {

    static Subject of(Article article) {
        return new Subject(article.requestId(), article.requestedUrl(), article.articleId(), article.version());
    }
}
