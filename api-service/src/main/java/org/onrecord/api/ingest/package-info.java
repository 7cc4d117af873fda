/**
 * Events to rows. Each event is stored in one transaction under the keys that it carries, so that the same event twice,
 * and events in any order, end in the same rows. A database or broker that is away is waited for; an event that cannot
 * be stored goes to the dead-letter topic with its cause.
 */
package org.onrecord.api.ingest;
