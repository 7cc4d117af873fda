package org.onrecord.egress;

import java.util.Optional;

/**
 * A page to get.
 *
 * @param url as anybody wrote it
 * @param accept value of the Accept header
 * @param entityTag the ETag of the copy that the asker has
 * @param lastModified the Last-Modified of that copy, as its server wrote it
 */
public record Get(String url, String accept, Optional<String> entityTag, Optional<String> lastModified) {

    /** Asks for a page without having a copy of it. */
    public static Get of(String url, String accept) {
        return new Get(url, accept, Optional.empty(), Optional.empty());
    }
}
