package org.onrecord.chassis.event;

import java.util.Arrays;
import java.util.Map;

import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Puts all records of an article on one partition, in order: that on which Kafka's own partitioner puts those whose key is its
 * id alone, as earlier releases wrote them. Thread-safe.
 */
@RegisterForReflection
public final class PartitionByArticle implements Partitioner {

    /** Called by Kafka, which makes it by its name. */
    public PartitionByArticle() {}

    @Override
    public int partition(String topic, Object key, byte[] keyBytes, Object value, byte[] valueBytes, Cluster cluster) {
        int end = 0;
        while (end < keyBytes.length && keyBytes[end] != ArticleKey.SEPARATOR) {
            end++;
        }
        return Utils.toPositive(Utils.murmur2(Arrays.copyOf(keyBytes, end)))
                % cluster.partitionsForTopic(topic).size();
    }

    @Override
    public void configure(Map<String, ?> settings) {}

    @Override
    public void close() {}
}
