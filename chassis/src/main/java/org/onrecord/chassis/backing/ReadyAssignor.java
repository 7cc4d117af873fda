package org.onrecord.chassis.backing;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Configurable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Shares the partitions as Kafka's own range assignor does, but among those members of the group that can work. Each says
 * whether it can with its subscription, as the data of its own that Kafka's protocol has room for (KIP-429, {@code userData}).
 * Where none can, nobody is assigned anything, and the events wait in their topic.
 */
@RegisterForReflection
public final class ReadyAssignor implements ConsumerPartitionAssignor, Configurable {

    /** The setting that says whether this member can work: an {@link Intake}. */
    static final String INTAKE = "onrecord.intake";

    private static final byte READY = 1;
    private static final byte NOT_READY = 0;

    private final RangeAssignor shares = new RangeAssignor();
    private Intake intake;
    private boolean told;

    /** Called by Kafka, which makes it by its class. */
    public ReadyAssignor() {}

    @Override
    public String name() {
        return "onrecord-ready";
    }

    @Override
    public void configure(Map<String, ?> settings) {
        intake = (Intake) settings.get(INTAKE);
    }

    @Override
    public ByteBuffer subscriptionUserData(Set<String> topics) {
        told = intake.isOpen();
        return ByteBuffer.wrap(new byte[] {told ? READY : NOT_READY});
    }

    /** What was told may have changed while the group was sharing, when a wish to share anew is lost. */
    @Override
    public void onAssignment(Assignment assignment, ConsumerGroupMetadata group) {
        if (intake.isOpen() != told) {
            intake.reconsider();
        }
    }

    @Override
    public GroupAssignment assign(Cluster cluster, GroupSubscription group) {
        Map<String, Subscription> ready = new HashMap<>();
        Map<String, Assignment> assignments = new HashMap<>();
        group.groupSubscription().forEach((member, subscription) -> {
            if (isReady(subscription)) {
                ready.put(member, subscription);
            } else {
                assignments.put(member, new Assignment(List.of()));
            }
        });
        if (!ready.isEmpty()) {
            assignments.putAll(
                    shares.assign(cluster, new GroupSubscription(ready)).groupAssignment());
        }
        return new GroupAssignment(assignments);
    }

    private static boolean isReady(Subscription subscription) {
        ByteBuffer data = subscription.userData();
        return data == null || data.remaining() == 0 || data.get(data.position()) != NOT_READY;
    }
}
