package org.onrecord.scraper.submission;

import java.util.UUID;

import org.onrecord.contracts.Article;
import org.onrecord.contracts.Outcome;
import org.onrecord.contracts.OutcomeReason;
import org.onrecord.contracts.Stage;
import org.onrecord.scraper.article.Reading;

/**
 * What became of a submission here; the broker has it.
 *
 * @param articleId the article it became; absent if none
 */
record SubmissionAnswer(UUID requestId, UUID articleId, Ending outcome) {

    /** Where and how it ended. */
    record Ending(Stage stage, OutcomeReason reason, String detail) {}

    static SubmissionAnswer of(Reading reading) {
        Outcome last = reading.last();
        return new SubmissionAnswer(
                last.requestId(),
                reading.article().map(Article::articleId).orElse(null),
                new Ending(last.stage(), last.reason(), last.detail()));
    }
}
