package org.onrecord.api.saved;

import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.onrecord.chassis.problem.ProblemException;

/** A search to be saved, or what is to be changed of one. */
public record NewSearch(
        @Schema(description = "What it is called; at most 200 characters on one line.", examples = "Kerry on Iran")
        Optional<String> name,

        @Schema(
                description =
                        "The filters of /v1/quotes as they stand behind the question mark of its URL; without any, every"
                                + " quote answers it.",
                examples = "speaker=John+Kerry&about=Iran")
        Optional<String> query) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_QUERY = 8000;

    /**
     * The name without white space around it; empty if none was given.
     *
     * @throws ProblemException if it is none
     */
    Optional<String> checkedName() {
        return name.map(String::strip).map(text -> {
            if (text.isEmpty()
                    || text.length() > LONGEST_NAME
                    || text.codePoints().anyMatch(NewSearch::isNoLetter)) {
                throw ProblemException.invalid(
                        "name", "must be 1 to " + LONGEST_NAME + " characters, without controls and half characters");
            }
            return text;
        });
    }

    /** Controls and line breaks, halves of surrogate pairs. */
    private static boolean isNoLetter(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }

    /**
     * The query in the spelling that is kept; empty if none was given.
     *
     * @throws ProblemException or {@link jakarta.validation.ConstraintViolationException} if quotes could not be asked for by it
     */
    Optional<String> checkedQuery(Question question) {
        return query.map(text -> {
            if (text.length() > LONGEST_QUERY) {
                throw ProblemException.invalid("query", "must be at most " + LONGEST_QUERY + " characters");
            }
            return question.checked(text);
        });
    }
}
