package org.onrecord.scraper.archive;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A page read back from the archive.
 *
 * @param recordId of the WARC record that has it
 * @param body as its server sent it, decoded
 * @param reading the title, an empty line and the text, as they were read when it was fetched; empty if it was no article
 * @param asked of the request that was answered by it; empty if it was no article, or is of an earlier version
 * @param cutOff why its body is only a beginning, if it is
 */
record ArchivedPage(
        URI recordId,
        URI url,
        Instant fetchedAt,
        byte[] body,
        Optional<String> contentType,
        Optional<String> reading,
        Optional<Asked> asked,
        Optional<String> cutOff) {}
