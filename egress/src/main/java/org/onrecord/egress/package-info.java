/**
 * The guarded way out: every request that leaves the house to an address that somebody else named goes through
 * {@link org.onrecord.egress.GuardedHttpClient}, which connects to public addresses only.
 */
package org.onrecord.egress;
