/**
 * The events that travel between the services, one record each. All are immutable and safe to share between threads.
 * What may be null is marked {@link org.jspecify.annotations.Nullable} and may be null or absent on the wire. Readers
 * ignore what they do not know. The JSON Schemas are in {@code /schemas} on the class path, example events in
 * {@code /examples}, an AsyncAPI document in {@code /asyncapi.yaml}.
 */
@NullMarked
package org.onrecord.contracts;

import org.jspecify.annotations.NullMarked;
