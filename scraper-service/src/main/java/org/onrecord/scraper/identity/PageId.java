package org.onrecord.scraper.identity;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.onrecord.egress.AddressGuard;
import org.onrecord.egress.Target;

/** The key under which something is remembered of a page, whatever the spelling of its URL and however long it is. */
public final class PageId {

    private PageId() {}

    /** @param url as somebody wrote it */
    public static UUID of(String url) {
        String spelling =
                AddressGuard.read(url) instanceof Target target ? target.uri().toString() : url;
        return UUID.nameUUIDFromBytes(spelling.getBytes(StandardCharsets.UTF_8));
    }
}
