package org.onrecord.scraper.article;

import java.util.List;
import java.util.Optional;

import org.onrecord.contracts.Article;
import org.onrecord.contracts.Outcome;

/**
 * All that became of one request here.
 *
 * @param article what was read, if it was an article
 * @param outcomes one per stage that it went through, in order; at least one
 */
public record Reading(Optional<Article> article, List<Outcome> outcomes) {

    public Reading {
        outcomes = List.copyOf(outcomes);
    }

    /** A request that ended before anything was extracted. */
    public static Reading ended(Outcome outcome) {
        return new Reading(Optional.empty(), List.of(outcome));
    }

    /** How it ended. */
    public Outcome last() {
        return outcomes.getLast();
    }
}
