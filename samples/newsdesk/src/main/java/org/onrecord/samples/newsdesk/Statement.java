package org.onrecord.samples.newsdesk;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody said, and where it was printed.
 *
 * @param id by which it is asked for again
 * @param words as the page has them
 * @param speaker by their fullest name in the article, or as it calls them where it names nobody ("officials")
 * @param confidence that they are the speaker, from 0 to 1
 * @param page that it was read on; empty for a text that was handed in without an address
 * @param date of the article
 */
public record Statement(UUID id, String words, String speaker, double confidence, Optional<URI> page, Instant date) {}
