package org.onrecord.chassis.event.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;

import org.onrecord.chassis.event.BriefText;

/** A record as it is put aside: as it came, with headers that say why and where it came from. */
final class DeadLetter {
    /** Says what was left out of a record that did not fit whole. */
    static final String CUT = "dead-letter-cut";

    private static final int CUT_VALUE = 64 << 10;
    private static final int CUT_KEY = 1 << 10;
    private static final int CUT_HEADER = 256;
    private static final int CUT_HEADERS = 32;

    private DeadLetter() {}

    /** The record byte for byte. */
    static ProducerRecord<byte[], byte[]> whole(String topic, IncomingKafkaRecord<?, ?> record, Throwable reason) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(topic, key(record), (byte[]) record.getPayload());
        tell(letter, record, reason);
        record.getHeaders().forEach(header -> letter.headers().add(header));
        return letter;
    }

    /** The beginning of what is in the record: it fits in less than 100 KB. */
    static ProducerRecord<byte[], byte[]> cut(String topic, IncomingKafkaRecord<?, ?> record, Throwable reason) {
        byte[] key = key(record);
        byte[] value = (byte[]) record.getPayload();
        List<Header> headers = new ArrayList<>();
        record.getHeaders().forEach(headers::add);
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(topic, beginning(key, CUT_KEY), beginning(value, CUT_VALUE));
        tell(letter, record, reason);
        headers.stream()
                .limit(CUT_HEADERS)
                .forEach(header -> letter.headers()
                        .add(BriefText.of(header.key(), CUT_HEADER), beginning(header.value(), CUT_HEADER)));
        add(
                letter,
                CUT,
                "key of %d bytes, %d headers, value of %d bytes: of these the first %d bytes, %d headers of %d bytes, %d bytes"
                        .formatted(
                                length(key),
                                headers.size(),
                                length(value),
                                CUT_KEY,
                                CUT_HEADERS,
                                CUT_HEADER,
                                CUT_VALUE));
        return letter;
    }

    /** A topic that is compacted takes no record without a key: such a one gets its coordinates. */
    private static byte[] key(IncomingKafkaRecord<?, ?> record) {
        return record.getKey() == null
                ? "%s partition=%d offset=%d"
                        .formatted(record.getTopic(), record.getPartition(), record.getOffset())
                        .getBytes(StandardCharsets.UTF_8)
                : (byte[]) record.getKey();
    }

    private static void tell(
            ProducerRecord<byte[], byte[]> letter, IncomingKafkaRecord<?, ?> record, Throwable reason) {
        add(letter, "dead-letter-exception-class-name", reason.getClass().getName());
        add(letter, "dead-letter-reason", words(reason));
        if (reason.getCause() != null) {
            add(
                    letter,
                    "dead-letter-cause-class-name",
                    reason.getCause().getClass().getName());
            add(letter, "dead-letter-cause", words(reason.getCause()));
        }
        add(letter, "dead-letter-topic", record.getTopic());
        add(letter, "dead-letter-partition", Integer.toString(record.getPartition()));
        add(letter, "dead-letter-offset", Long.toString(record.getOffset()));
    }

    private static String words(Throwable reason) {
        return BriefText.of(reason.getMessage() == null ? reason.toString() : reason.getMessage());
    }

    private static void add(ProducerRecord<byte[], byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] beginning(byte[] bytes, int most) {
        return bytes == null || bytes.length <= most ? bytes : Arrays.copyOf(bytes, most);
    }

    private static int length(byte[] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
