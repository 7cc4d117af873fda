package org.onrecord.nlp.line;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import org.onrecord.contracts.Article;
import org.onrecord.contracts.Outcome;
import org.onrecord.contracts.OutcomeReason;
import org.onrecord.contracts.Stage;
import org.onrecord.nlp.analysis.Annotations;

/** What became of an article in analysis, as events. */
final class Outcomes {

    private Outcomes() {}

    static Outcome read(Article article, Annotations annotations, Instant at) {
        if (!annotations.readable()) {
            return outcome(article, OutcomeReason.UNSUPPORTED_LANGUAGE, "declared language: " + article.language(), at);
        }
        long attributed = annotations.quotes().stream()
                .filter(quote -> quote.speaker() != null)
                .count();
        String detail = annotations.quotes().size() + " quotes, " + attributed + " of them with a speaker";
        return outcome(article, OutcomeReason.ANALYSED, detail, at);
    }

    static Outcome tooLong(Article article, Instant at) {
        String detail = article.text().length() + " characters, " + Article.MAX_TEXT_LENGTH + " are read";
        return outcome(article, OutcomeReason.TOO_LONG, detail, at);
    }

    static Outcome failed(Article article, String cause, Instant at) {
        return outcome(article, OutcomeReason.FAILED, cause, at);
    }

    private static Outcome outcome(Article article, OutcomeReason reason, String detail, Instant at) {
        String name = String.join(
                "\n",
                article.requestId().toString(),
                Stage.ANALYSE.name(),
                reason.name(),
                article.articleId().toString(),
                article.version());
        return new Outcome(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                article.requestId(),
                article.requestedUrl(),
                article.articleId(),
                article.version(),
                Stage.ANALYSE,
                reason,
                detail,
                at);
    }
}
