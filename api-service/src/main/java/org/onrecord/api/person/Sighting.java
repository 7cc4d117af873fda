package org.onrecord.api.person;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A person as one reading of an article has them.
 *
 * @param row where it is kept
 * @param articleId the article
 * @param firstSeenAt when the article was seen first
 * @param name normalised
 * @param aliases normalised
 * @param roles normalised
 * @param company hashes of the other people and the organisations that the article names
 * @param places hashes of the places, likewise
 */
record Sighting(
        Row row,
        UUID articleId,
        Instant firstSeenAt,
        String name,
        Set<String> aliases,
        Set<String> roles,
        Set<Long> company,
        Set<Long> places) {

    record Row(UUID analysisId, int entityNo) {}
}
