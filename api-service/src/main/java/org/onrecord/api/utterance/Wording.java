package org.onrecord.api.utterance;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;

/**
 * The quotes whose words are the very same.
 *
 * @param id of the words
 * @param said what they say
 * @param speakers the surnames, or last words, of the names to whom they are given; empty if to nobody by name
 * @param firstPrinted the date of the first article that has them
 */
record Wording(UUID id, SaidWords said, Set<String> speakers, Instant firstPrinted) {

    /** Nearly the same words, and nobody else's. */
    boolean isSameUtteranceAs(Wording other) {
        return (speakers.isEmpty() || other.speakers.isEmpty() || !Collections.disjoint(speakers, other.speakers))
                && said.isLike(other.said);
    }
}
