package org.onrecord.chassis.backing;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor.Assignment;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor.GroupSubscription;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor.Subscription;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who cannot work is given nothing; the others share everything. */
class ReadyAssignorTest {
    private static final int PARTITIONS = 6;
    private static final ByteBuffer READY = ByteBuffer.wrap(new byte[] {1});
    private static final ByteBuffer NOT_READY = ByteBuffer.wrap(new byte[] {0});

    @Test
    void theReadyMembersShareThePartitionsAndTheOthersHaveNone() {
        Map<String, Integer> shares = shares(Map.of("one", READY, "broken", NOT_READY, "two", READY));

        assertThat(shares).isEqualTo(Map.of("one", 3, "broken", 0, "two", 3));
    }

    @Test
    void whereNobodyCanWorkNobodyHasAny() {
        assertThat(shares(Map.of("one", NOT_READY, "two", NOT_READY))).isEqualTo(Map.of("one", 0, "two", 0));
    }

    @Test
    void aMemberThatSaysNothingCounts() {
        assertThat(shares(Map.of("silent", ByteBuffer.allocate(0)))).isEqualTo(Map.of("silent", PARTITIONS));
    }

    private static Map<String, Integer> shares(Map<String, ByteBuffer> said) {
        Map<String, Subscription> members = new HashMap<>();
        said.forEach((member, data) -> members.put(member, new Subscription(List.of("analyses"), data)));
        Map<String, Assignment> assigned = new ReadyAssignor()
                .assign(cluster(), new GroupSubscription(members))
                .groupAssignment();
        Map<String, Integer> shares = new HashMap<>();
        assigned.forEach(
                (member, share) -> shares.put(member, share.partitions().size()));
        return shares;
    }

    private static Cluster cluster() {
        Node node = new Node(1, "127.0.0.1", 9092);
        List<PartitionInfo> partitions = new ArrayList<>();
        for (int i = 0; i < PARTITIONS; i++) {
            partitions.add(new PartitionInfo("analyses", i, node, new Node[] {node}, new Node[] {node}));
        }
        return new Cluster("here", List.of(node), partitions, Set.of(), Set.of());
    }
}
