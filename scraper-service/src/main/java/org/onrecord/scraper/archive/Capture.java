package org.onrecord.scraper.archive;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * A page in the archive.
 *
 * @param recordId names its WARC record
 * @param url that answered
 */
record Capture(UUID recordId, URI url, Instant fetchedAt) {}
