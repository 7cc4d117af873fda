package org.onrecord.scraper.article;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.onrecord.chassis.event.Outcomes;
import org.onrecord.contracts.Article;
import org.onrecord.contracts.Outcome;
import org.onrecord.contracts.OutcomeReason;
import org.onrecord.contracts.Stage;

/** What became of a request here, as events. */
public final class ScraperOutcomes {

    private ScraperOutcomes() {}

    /** An outcome that no article came of. */
    public static Outcome of(
            UUID requestId, Optional<String> url, Stage stage, OutcomeReason reason, String detail, Instant at) {
        return Outcomes.of(requestId, url.orElse(null), null, null, stage, reason, detail, at);
    }

    /** The page became this article. */
    static Outcome extracted(Article article) {
        return Outcomes.of(
                article.requestId(),
                article.requestedUrl(),
                article.articleId(),
                article.version(),
                Stage.EXTRACT,
                OutcomeReason.EXTRACTED,
                article.text().length() + " characters in " + article.blocks().size() + " blocks",
                article.fetchedAt());
    }
}
