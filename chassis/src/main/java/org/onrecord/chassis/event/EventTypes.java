package org.onrecord.chassis.event;

import java.nio.charset.StandardCharsets;

import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Message;

import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;

/** The type that a record declares (CloudEvents, Kafka binding 1.0.2, section 3.2.3). */
public final class EventTypes {
    private static final String HEADER = "ce_type";

    private EventTypes() {}

    /**
     * Refuses a record that says it is something else, such as a later version of the event, before its value is taken
     * for what it is not. A record that declares no type is judged by its value alone.
     *
     * @throws UnreadableEventException if it declares another type
     */
    public static void require(Message<?> message, String type) {
        message.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(record -> record.getHeaders().lastHeader(HEADER))
                .map(EventTypes::value)
                .filter(declared -> !declared.equals(type))
                .ifPresent(declared -> {
                    throw new UnreadableEventException(
                            "the record declares the type " + BriefText.of(declared) + ", expected is " + type);
                });
    }

    private static String value(Header header) {
        return header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
