package org.onrecord.nlp.adhoc;

import java.util.List;
import java.util.Objects;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.onrecord.chassis.problem.ProblemException;
import org.onrecord.chassis.problem.ProblemType;
import org.onrecord.contracts.Article;

/**
 * A text to read: exactly one of {@code text} and {@code paragraphs}.
 *
 * @param title the headline, if there is one
 * @param text the text, paragraphs divided by line breaks
 * @param paragraphs the text as paragraphs; they are joined by blank lines
 * @param language ISO 639-1 code of the text, if it is known
 */
@Schema(description = "A text to read: exactly one of text and paragraphs, at most 1,000,000 characters")
record AnalyzeRequest(
        @Schema(nullable = true, maxLength = Article.MAX_TITLE_LENGTH)
        String title,

        @Schema(nullable = true, maxLength = Article.MAX_TEXT_LENGTH)
        String text,

        @Schema(nullable = true) List<String> paragraphs,
        @Schema(nullable = true, examples = "en") String language) {

    private static final String BLANK_LINE = "\n\n";

    /**
     * The same request with its text in one piece and nothing left out.
     *
     * @throws ProblemException if it holds both or neither of text and paragraphs, or more than is read
     */
    AnalyzeRequest checked() {
        // Of a list that is not given, clients send an empty one.
        boolean hasParagraphs = paragraphs != null && !paragraphs.isEmpty();
        if ((text == null) != hasParagraphs) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, "Give either text or paragraphs.");
        }
        if (hasParagraphs && paragraphs.stream().anyMatch(Objects::isNull)) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, "Give no null among the paragraphs.");
        }
        String headline = title == null ? "" : title;
        if (headline.length() > Article.MAX_TITLE_LENGTH) {
            throw tooLong("title", headline.length(), Article.MAX_TITLE_LENGTH);
        }
        String body = text == null ? String.join(BLANK_LINE, paragraphs) : text;
        if (body.length() > Article.MAX_TEXT_LENGTH) {
            throw tooLong("text", body.length(), Article.MAX_TEXT_LENGTH);
        }
        return new AnalyzeRequest(headline, body, null, language == null ? "und" : language);
    }

    private static ProblemException tooLong(String what, int length, int limit) {
        return new ProblemException(
                ProblemType.TOO_LARGE, "The " + what + " has " + length + " characters; send at most " + limit + ".");
    }
}
