/**
 * The feeds and sitemaps of a source. A channel is polled by a row of the frontier, as every request is, so that politeness,
 * leases and restarts are the frontier's; what it tells of goes into the frontier in the transaction that remembers it.
 */
package org.onrecord.scraper.source.channel;
