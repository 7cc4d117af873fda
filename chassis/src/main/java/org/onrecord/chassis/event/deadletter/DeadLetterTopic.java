package org.onrecord.chassis.event.deadletter;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailureHandler;

import org.onrecord.chassis.event.LongWaits;

/**
 * Where one channel puts aside what it cannot take. A record that the topic does not take whole is put there cut short; as long
 * as the topic takes nothing, the record waits, which is told, and its channel with it: it is acknowledged once it is there.
 */
final class DeadLetterTopic implements KafkaFailureHandler {
    private static final Logger LOG = Logger.getLogger(DeadLetterTopic.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final String topic;
    private final Supplier<Producer<byte[], byte[]>> producer;
    private final LongWaits waits;

    /** @param topic of the dead letters */
    DeadLetterTopic(String topic, Supplier<Producer<byte[], byte[]>> producer, LongWaits waits) {
        this.topic = topic;
        this.producer = producer;
        this.waits = waits;
    }

    @Override
    public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record, Throwable reason, Metadata metadata) {
        Instant since = waits.now();
        return Uni.createFrom()
                .completionStage(() -> send(DeadLetter.whole(topic, record, reason)))
                .onFailure(DeadLetterTopic::isTooLarge)
                .recoverWithUni(tooLarge -> cut(record, reason, tooLarge))
                // The first record of a producer waits for what the broker says of the topic.
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure()
                .invoke(e -> waits.tell("putting a record of " + record.getTopic() + " on " + topic, since, e))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .chain(() -> Uni.createFrom().completionStage(record.ack()))
                .emitOn(record::runOnMessageContext);
    }

    private Uni<Void> cut(IncomingKafkaRecord<?, ?> record, Throwable reason, Throwable tooLarge) {
        return Uni.createFrom()
                .completionStage(() -> send(DeadLetter.cut(topic, record, reason)))
                .invoke(() -> LOG.errorf(
                        "dead letter cut short, the whole is at topic=%s partition=%d offset=%d cause=%s",
                        record.getTopic(), record.getPartition(), record.getOffset(), tooLarge.getMessage()));
    }

    private CompletionStage<Void> send(ProducerRecord<byte[], byte[]> letter) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        producer.get().send(letter, (done, failure) -> {
            if (failure == null) {
                sent.complete(null);
            } else {
                sent.completeExceptionally(failure);
            }
        });
        return sent;
    }

    private static boolean isTooLarge(Throwable failure) {
        return failure instanceof RecordTooLargeException || failure instanceof RecordBatchTooLargeException;
    }
}
