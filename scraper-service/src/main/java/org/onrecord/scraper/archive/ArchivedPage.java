package org.onrecord.scraper.archive;

import java.net.URI;
import java.util.Optional;

/**
 * A page read back from the archive.
 *
 * @param body as its server sent it, decoded
 * @param reading the title, an empty line and the text, as they were read when it was fetched; empty if it was no article
 */
record ArchivedPage(URI url, byte[] body, Optional<String> contentType, Optional<String> reading) {}
