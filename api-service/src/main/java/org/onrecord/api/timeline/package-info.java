/** Counts of quotes: over time, and of those who have most. */
package org.onrecord.api.timeline;
