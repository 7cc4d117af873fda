package org.onrecord.samples.newsdesk;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody said, asked or denied, and where it was printed.
 *
 * @param id by which it is asked for again
 * @param words as the page has them
 * @param stance {@code said}, {@code asked} or {@code denied}
 * @param speakers all who said it together, by their fullest names in the article, or as it calls them where it names nobody
 *     ("officials")
 * @param confidence that all of this is right, from 0 to 1
 * @param page that it was read on; empty for a text that was handed in without an address
 * @param date of the article
 */
public record Statement(
        UUID id,
        String words,
        String stance,
        List<String> speakers,
        double confidence,
        Optional<URI> page,
        Instant date) {}
