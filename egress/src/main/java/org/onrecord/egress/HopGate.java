package org.onrecord.egress;

import java.net.URI;
import java.util.Optional;

/**
 * Asked before each request of a fetch, redirects included, once the guard has passed its URL: the place for robots.txt
 * and for waiting one's turn. Its own time does not count as the fetch's.
 */
@FunctionalInterface
public interface HopGate {

    HopGate OPEN = url -> Optional.empty();

    /** Why this URL is not to be asked for, in words for a person; empty to go on. */
    Optional<String> barred(URI url);
}
