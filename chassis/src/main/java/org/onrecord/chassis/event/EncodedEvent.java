package org.onrecord.chassis.event;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;

import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;

/**
 * An event as it travels: CloudEvents 1.0 in binary mode.
 *
 * @param source the service that tells it
 * @param key of the record: events of one key stay in order
 * @param id names it: a second delivery has the same
 * @param type of CloudEvents
 * @param at when it happened
 * @param json the record's value
 */
public record EncodedEvent(URI source, String key, String id, String type, Instant at, byte[] json) {

    /** A message for the channel of its topic; made anew for each attempt. */
    public Message<byte[]> message() {
        return Message.of(
                json,
                Metadata.of(
                        OutgoingKafkaRecordMetadata.<String>builder()
                                .withKey(key)
                                .build(),
                        OutgoingCloudEventMetadata.builder()
                                .withId(id)
                                .withSource(source)
                                .withType(type)
                                .withTimestamp(at.atZone(ZoneOffset.UTC))
                                .withDataContentType("application/json")
                                .build()));
    }
}
