package org.onrecord.api.saved;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

import org.onrecord.api.parameter.DeclaredParameters;
import org.onrecord.api.quote.QuoteFilter;
import org.onrecord.api.quote.QuoteParameters;
import org.onrecord.api.stream.News;
import org.onrecord.chassis.event.WellFormedText;
import org.onrecord.chassis.problem.ProblemException;

/** Reads and writes questions for quotes as they are kept: the query of {@code /v1/quotes}, by its own rules. Thread-safe. */
@ApplicationScoped
public class Question {

    private static final DeclaredParameters FILTERS = DeclaredParameters.of(QuoteParameters.class);

    private final Validator validator;
    private final News news;

    Question(Validator validator, News news) {
        this.validator = validator;
        this.news = news;
    }

    /**
     * Reads a query as a request for quotes with it would be read.
     *
     * @param query what stands behind the question mark; with or without that
     * @throws ProblemException or ConstraintViolationException if such a request would be refused
     */
    private QuoteParameters parameters(String query) {
        Map<String, List<String>> given;
        try {
            String sent = WellFormedText.of(query);
            given = DeclaredParameters.values(sent.startsWith("?") ? sent.substring(1) : sent);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(
                    "query", "must be escaped as in a URL: % stands before two hexadecimal digits");
        }
        FILTERS.check(given);
        QuoteParameters parameters = FILTERS.fill(new QuoteParameters(), given);
        Set<ConstraintViolation<QuoteParameters>> violations = validator.validate(parameters);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return parameters;
    }

    /**
     * The one spelling of a query, which is kept.
     *
     * @throws ProblemException or ConstraintViolationException if quotes could not be asked for by it
     */
    public String checked(String query) {
        QuoteParameters parameters = parameters(query);
        QuoteFilter.of(parameters).words().ifPresent(news::check);
        return FILTERS.query(parameters);
    }

    /**
     * Reads a query that was {@link #checked} when it was kept.
     *
     * @throws ProblemException if it has a filter that there is not any more
     */
    public QuoteParameters kept(String query) {
        Map<String, List<String>> given = DeclaredParameters.values(query);
        FILTERS.check(given);
        return FILTERS.fill(new QuoteParameters(), given);
    }

    /** The query of parameters that were read before. */
    public String query(QuoteParameters parameters) {
        return FILTERS.query(parameters);
    }
}
