package org.onrecord.scraper.article;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.onrecord.contracts.Article;
import org.onrecord.contracts.Outcome;
import org.onrecord.contracts.OutcomeReason;
import org.onrecord.contracts.Stage;

/** Builds outcomes; the same outcome of the same request has the same id, however often it is told. */
public final class Outcomes {

    private Outcomes() {}

    /** An outcome that no article came of. */
    public static Outcome of(
            UUID requestId, Optional<String> url, Stage stage, OutcomeReason reason, String detail, Instant at) {
        UUID id = id(requestId + "|" + stage + "|" + reason);
        return new Outcome(id, requestId, url.orElse(null), null, null, stage, reason, detail, at);
    }

    /** The page became this article. */
    static Outcome extracted(Article article) {
        UUID id = id(article.requestId() + "|" + Stage.EXTRACT + "|" + OutcomeReason.EXTRACTED + "|"
                + article.articleId() + "|" + article.version());
        return new Outcome(
                id,
                article.requestId(),
                article.requestedUrl(),
                article.articleId(),
                article.version(),
                Stage.EXTRACT,
                OutcomeReason.EXTRACTED,
                article.text().length() + " characters in " + article.blocks().size() + " blocks",
                article.fetchedAt());
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
