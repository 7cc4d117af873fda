package org.onrecord.scraper.article;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.onrecord.contracts.Rights;

/**
 * Where an article's bytes came from.
 *
 * @param requestId the request it answers
 * @param requestedUrl as asked for
 * @param url that answered, after redirects
 * @param receivedAt when its bytes were received
 * @param archiveRecordId the WARC record that has them, if they were archived
 * @param rights what its site said of the page's use, if it was fetched
 * @param cutOff how its bytes ended before their end, if they did
 */
public record Origin(
        UUID requestId,
        Optional<String> requestedUrl,
        Optional<URI> url,
        Instant receivedAt,
        Optional<URI> archiveRecordId,
        Optional<Rights> rights,
        Optional<String> cutOff) {

    /** An origin of which nothing is archived: it was handed in. */
    public Origin(UUID requestId, Optional<String> requestedUrl, Optional<URI> url, Instant receivedAt) {
        this(requestId, requestedUrl, url, receivedAt, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** An origin of which all bytes arrived. */
    public Origin(
            UUID requestId,
            Optional<String> requestedUrl,
            Optional<URI> url,
            Instant receivedAt,
            Optional<URI> archiveRecordId,
            Optional<Rights> rights) {
        this(requestId, requestedUrl, url, receivedAt, archiveRecordId, rights, Optional.empty());
    }
}
