package org.onrecord.api.quote;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.onrecord.api.entity.NameKey;
import org.onrecord.api.parameter.OptionalId;
import org.onrecord.api.parameter.Period;

/**
 * Which quotes are asked for, as they are compared: {@link QuoteQuery} asks the database for them, {@link #matches} tells of a
 * quote at hand. Each is empty where anything will do.
 *
 * @param speaker normalised name or entity id
 * @param about likewise
 * @param words as a web search has them, which the database alone can match
 * @param kind as stored
 * @param stances of which it must have one
 * @param site registrable host
 * @param period when it was printed
 * @param minConfidence 0 to 1
 */
public record QuoteFilter(
        Optional<String> speaker,
        Optional<String> about,
        Optional<String> words,
        Optional<String> kind,
        Stances stances,
        Optional<String> site,
        Period period,
        Optional<Double> minConfidence) {

    /**
     * @throws org.onrecord.chassis.problem.ProblemException if the parameters contradict each other
     */
    public static QuoteFilter of(QuoteParameters parameters) {
        return new QuoteFilter(
                Optional.ofNullable(parameters.speaker).map(QuoteFilter::key),
                Optional.ofNullable(parameters.about).map(QuoteFilter::key),
                Optional.ofNullable(parameters.q),
                Optional.ofNullable(parameters.kind),
                parameters.stances(),
                Optional.ofNullable(parameters.site).map(site -> site.strip().toLowerCase(Locale.ROOT)),
                Period.of(parameters.from, parameters.to),
                Optional.ofNullable(parameters.minConfidence).map(Double::valueOf));
    }

    private static String key(String nameOrId) {
        return OptionalId.of(nameOrId)
                .map(UUID::toString)
                .orElseGet(() -> NameKey.withoutArticle(NameKey.of(nameOrId)));
    }

    /** Whether a name is asked for. */
    public boolean isByName() {
        return speaker.isPresent() || about.isPresent();
    }

    /**
     * Whether a quote is one of them, its words aside.
     *
     * @param quote with its article
     * @param speakers every key under which one of its speakers is found
     * @param subjects every key under which whom it is about is found
     */
    public boolean matches(Quote quote, Set<String> speakers, Set<String> subjects) {
        return speaker.map(speakers::contains).orElse(true)
                && about.map(subjects::contains).orElse(true)
                && kind.map(quote.kind().name().toLowerCase(Locale.ROOT)::equals)
                        .orElse(true)
                && stances.include(quote.stance())
                && site.map(host -> host.equals(quote.article().site())).orElse(true)
                && minConfidence.map(least -> quote.confidence() >= least).orElse(true)
                && period.from()
                        .map(from -> !quote.article().date().isBefore(from))
                        .orElse(true)
                && period.before().map(quote.article().date()::isBefore).orElse(true);
    }
}
