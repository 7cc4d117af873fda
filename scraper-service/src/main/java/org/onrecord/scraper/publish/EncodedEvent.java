package org.onrecord.scraper.publish;

import java.time.Instant;

/**
 * An event as it travels.
 *
 * @param id names it: a second delivery has the same
 * @param type of CloudEvents
 */
record EncodedEvent(String key, String id, String type, Instant at, byte[] json) {}
