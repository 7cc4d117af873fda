package org.onrecord.api.feed;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Answers to a question, as feeds tell of them. All words are fit for XML and have nothing that turns the direction of others.
 *
 * @param id stays as long as the question is the same
 * @param title of the whole
 * @param page what a person opens to see the same
 * @param updated when one of them was stored or changed last
 * @param entries the newest first
 */
record Feed(UUID id, String title, URI page, Instant updated, List<Entry> entries) {

    /**
     * A statement.
     *
     * @param id of the quote, which outlives another reading of its article
     * @param title who said it, and how it begins
     * @param link to the article where it was printed, or to what is stored of it
     * @param evidence to what is stored of the article, with the statement marked
     * @param speakers by name
     * @param html its words and where they were printed
     * @param published when it was printed
     * @param updated when it was stored or changed last
     */
    record Entry(
            UUID id,
            String title,
            String link,
            URI evidence,
            List<String> speakers,
            String html,
            Instant published,
            Instant updated) {}
}
