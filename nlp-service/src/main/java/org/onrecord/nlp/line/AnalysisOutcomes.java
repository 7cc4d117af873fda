package org.onrecord.nlp.line;

import java.time.Instant;

import org.onrecord.chassis.event.Outcomes;
import org.onrecord.contracts.Article;
import org.onrecord.contracts.Outcome;
import org.onrecord.contracts.OutcomeReason;
import org.onrecord.contracts.Stage;
import org.onrecord.nlp.analysis.Annotations;

/** What became of an article in analysis, as events. */
final class AnalysisOutcomes {

    private AnalysisOutcomes() {}

    static Outcome read(Article article, Annotations annotations, Instant at) {
        if (!annotations.readable()) {
            return outcome(article, OutcomeReason.UNSUPPORTED_LANGUAGE, "declared language: " + article.language(), at);
        }
        long attributed = annotations.quotes().stream()
                .filter(quote -> quote.speaker() != null)
                .count();
        String detail = annotations.quotes().size() + " quotes, " + attributed + " of them with a speaker";
        String leftOut = annotations.leftOut() == 0
                ? ""
                : "; " + annotations.leftOut()
                        + " annotations left out, since more are found than an analysis can hold";
        return outcome(article, OutcomeReason.ANALYSED, detail + leftOut, at);
    }

    static Outcome tooLong(Article article, Instant at) {
        String detail = article.text().length() > Article.MAX_TEXT_LENGTH
                ? article.text().length() + " characters, " + Article.MAX_TEXT_LENGTH + " are read"
                : "a title of " + article.title().length() + " characters, " + Article.MAX_TITLE_LENGTH + " are read";
        return outcome(article, OutcomeReason.TOO_LONG, detail, at);
    }

    static Outcome failed(Article article, String cause, Instant at) {
        return outcome(article, OutcomeReason.FAILED, cause, at);
    }

    private static Outcome outcome(Article article, OutcomeReason reason, String detail, Instant at) {
        return Outcomes.of(
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
