package org.onrecord.egress;

import java.util.List;
import java.util.Optional;

/**
 * A page to get.
 *
 * @param url as anybody wrote it
 * @param mediaTypes what it may be, in lower case without parameters, best first; empty for anything. A page without a
 *     Content-Type may be anything.
 * @param entityTag the ETag of the copy that the asker has
 * @param lastModified the Last-Modified of that copy, as its server wrote it
 */
public record Get(String url, List<String> mediaTypes, Optional<String> entityTag, Optional<String> lastModified) {

    public Get {
        mediaTypes = List.copyOf(mediaTypes);
    }

    /** Asks for a page without having a copy of it. */
    public static Get of(String url, List<String> mediaTypes) {
        return new Get(url, mediaTypes, Optional.empty(), Optional.empty());
    }

    String accept() {
        return mediaTypes.isEmpty() ? "*/*" : String.join(", ", mediaTypes) + ", */*;q=0.1";
    }

    boolean wants(Headers headers) {
        return mediaTypes.isEmpty()
                || headers.mediaType().map(mediaTypes::contains).orElse(true);
    }
}
