package org.onrecord.scraper.frontier;

import java.util.UUID;

/**
 * The right to ask a host for pages, until it is given back or runs out.
 *
 * @param host as {@link HostKey} names it
 * @param failures how often in a row the host has been in trouble
 */
record HostLease(UUID id, String host, int failures) {

    Frontier.Standing standing() {
        return failures == 0 ? Frontier.Standing.WELL : Frontier.Standing.TROUBLED;
    }
}
