/** A question as a feed, for programs that read feeds: Atom (RFC 4287) and JSON Feed 1.1. */
package org.onrecord.api.feed;
