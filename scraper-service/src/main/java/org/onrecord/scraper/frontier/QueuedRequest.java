package org.onrecord.scraper.frontier;

import java.util.Optional;
import java.util.UUID;

/**
 * A request whose turn it is.
 *
 * @param url as the asker wrote it
 * @param attempts how often it was tried before
 * @param channel that is polled; empty for a page
 * @param traceparent the trace that it belongs to; empty if it belongs to none
 */
record QueuedRequest(UUID requestId, String url, int attempts, Optional<UUID> channel, Optional<String> traceparent) {}
