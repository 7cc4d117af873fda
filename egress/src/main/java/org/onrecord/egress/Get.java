package org.onrecord.egress;

import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    private static final Set<String> SAYS_NOTHING = Set.of(
            "application/octet-stream",
            "binary/octet-stream",
            "application/unknown",
            "unknown/unknown",
            "text/x-unknown");

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

    /** A type that says nothing may be one that is wanted: its bytes tell. */
    boolean wants(Headers headers) {
        return mediaTypes.isEmpty()
                || headers.mediaType()
                        .map(type -> mediaTypes.contains(type) || SAYS_NOTHING.contains(type))
                        .orElse(true);
    }

    /** Whether it is a page that is asked for, and not any file. */
    boolean isOfPage() {
        return !mediaTypes.isEmpty();
    }
}
