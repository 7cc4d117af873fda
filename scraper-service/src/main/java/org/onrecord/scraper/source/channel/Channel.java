package org.onrecord.scraper.source.channel;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.onrecord.scraper.source.document.ChannelKind;

/**
 * A document of a source that tells of pages, as it is polled.
 *
 * @param parent the index of sitemaps that names it
 * @param validators of the copy that was read last
 * @param failures polls in a row that failed
 */
record Channel(
        UUID id,
        UUID sourceId,
        URI url,
        ChannelKind kind,
        Optional<UUID> parent,
        Validators validators,
        Duration every,
        Optional<Instant> polledAt,
        int failures) {

    /**
     * What a copy is recognised by.
     *
     * @param digest of its bytes, for servers that send neither of the others
     */
    record Validators(Optional<String> entityTag, Optional<String> lastModified, Optional<byte[]> digest) {
        static final Validators NONE = new Validators(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same for the same URL of the same source, however often it is found. */
    static UUID id(UUID sourceId, String url) {
        return UUID.nameUUIDFromBytes((sourceId + "|" + url).getBytes(StandardCharsets.UTF_8));
    }
}
