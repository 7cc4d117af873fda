package org.onrecord.api.quote;

import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.onrecord.api.parameter.AskedName;
import org.onrecord.api.parameter.Hosts;
import org.onrecord.api.parameter.Period;
import org.onrecord.api.search.WordQuestion;

/**
 * Which quotes are asked for, as they are compared: {@link QuoteQuery} asks the database for them, {@link #matches} tells of a
 * quote at hand. Each is empty where anything will do.
 *
 * @param speakers normalised names and entity ids, of which one must be a speaker's
 * @param subjects likewise, of whom it is about
 * @param words as {@link WordQuestion} writes them, which the database alone can match
 * @param kind as stored
 * @param stances of which it must have one
 * @param sites registrable hosts, of which it must be one
 * @param period when it was printed
 * @param minConfidence 0 to 1
 * @param storedSince first moment at which it may have been stored
 * @param changedSince likewise, stored or changed
 * @param review what an editor must have decided of it
 */
public record QuoteFilter(
        Set<String> speakers,
        Set<String> subjects,
        Optional<String> words,
        Optional<String> kind,
        Stances stances,
        Set<String> sites,
        Period period,
        Optional<Double> minConfidence,
        Optional<Instant> storedSince,
        Optional<Instant> changedSince,
        Optional<String> review) {

    private static final String REJECTED = "rejected";

    /**
     * @throws org.onrecord.chassis.problem.ProblemException if the parameters contradict each other
     */
    public static QuoteFilter of(QuoteParameters parameters) {
        return new QuoteFilter(
                AskedName.keys(parameters.speaker),
                AskedName.keys(parameters.about),
                Optional.ofNullable(parameters.q).map(WordQuestion::of),
                Optional.ofNullable(parameters.kind),
                parameters.stances(),
                Hosts.of(parameters.site),
                Period.of(parameters.from, parameters.to),
                Optional.ofNullable(parameters.minConfidence).map(Double::valueOf),
                Optional.ofNullable(parameters.storedSince).flatMap(Period::starting),
                Optional.ofNullable(parameters.changedSince).flatMap(Period::starting),
                Optional.ofNullable(parameters.review));
    }

    /** Whether a name is asked for. */
    public boolean isByName() {
        return !speakers.isEmpty() || !subjects.isEmpty();
    }

    /** Whether those are asked for that an editor rejected. */
    boolean isOfRejected() {
        return review.map(REJECTED::equals).orElse(false);
    }

    /**
     * Whether a quote that was not rejected is one of them, its words aside.
     *
     * @param quote with its article
     * @param ofSpeakers every key under which one of its speakers is found
     * @param ofSubjects every key under which whom it is about is found
     */
    public boolean matches(Quote quote, Set<String> ofSpeakers, Set<String> ofSubjects) {
        return isOne(speakers, ofSpeakers)
                && isOne(subjects, ofSubjects)
                && kind.map(quote.kind().name().toLowerCase(Locale.ROOT)::equals)
                        .orElse(true)
                && stances.include(quote.stance())
                && review.map(decision -> quote.review() != null
                                && decision.equals(quote.review().decision()))
                        .orElse(true)
                && (sites.isEmpty()
                        || quote.article().site() != null
                                && sites.contains(quote.article().site()))
                && storedSince.map(since -> !quote.stored().isBefore(since)).orElse(true)
                && changedSince.map(since -> !quote.changed().isBefore(since)).orElse(true)
                && minConfidence.map(least -> quote.confidence() >= least).orElse(true)
                && period.from()
                        .map(from -> !quote.article().date().isBefore(from))
                        .orElse(true)
                && period.before().map(quote.article().date()::isBefore).orElse(true);
    }

    private static boolean isOne(Set<String> asked, Set<String> keys) {
        return asked.isEmpty() || !Collections.disjoint(asked, keys);
    }
}
