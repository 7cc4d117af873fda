package org.onrecord.scraper.frontier;

import java.util.Optional;
import java.util.UUID;

/**
 * A request whose turn it is.
 *
 * @param url as the asker wrote it
 * @param attempts how often it was tried before, and its site was in trouble
 * @param begun how often it was begun before, and came neither to an end nor to a pause: each time it, or something beside
 *     it, ended the scraper, or it failed in a way that nobody foresaw
 * @param channel that is polled; empty for a page
 * @param traceparent the trace that it belongs to; empty if it belongs to none
 */
record QueuedRequest(
        UUID requestId, String url, int attempts, int begun, Optional<UUID> channel, Optional<String> traceparent) {}
