/**
 * Tables whose rows age, in partitions by time: the service makes those of the time to come, and drops those that are old enough. A row of any
 * other time, decades off, finds its place in a partition that has no bounds.
 */
package org.onrecord.api.partition;
