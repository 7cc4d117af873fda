/**
 * The events that travel between the services, one record each. All are immutable and safe to share between threads.
 * Lists are never null; a field that may be null says so. Their JSON Schemas are in {@code /schemas} on the class path.
 */
package org.onrecord.contracts;
