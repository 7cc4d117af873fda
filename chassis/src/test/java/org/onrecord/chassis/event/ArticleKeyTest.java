package org.onrecord.chassis.event;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ArticleKeyTest {
    private static final UUID ARTICLE = UUID.fromString("00000000-0000-3000-8000-00000000a001");
    private static final String TOPIC = "articles";
    private static final int PARTITIONS = 24;

    @Test
    void whoseARecordIsIsReadFromKeysOfBothKinds() {
        assertThat(ArticleKey.articleId(bytes(ArticleKey.of(ARTICLE, "v1", UUID.randomUUID()))))
                .contains(ARTICLE);
        assertThat(ArticleKey.articleId(bytes(ArticleKey.before(ARTICLE)))).contains(ARTICLE);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "key",
                "00000000-0000-3000-8000-00000000a001x",
                "00000000-0000-3000-8000-0000000-a0001",
                "https://courier.example/00000000-0000-3000-8000-00000000a001"
            })
    void anyOtherKeyIsOfNoArticle(String key) {
        assertThat(ArticleKey.articleId(key == null ? null : bytes(key))).isEmpty();
    }

    @Test
    void theEventsOfAnArticleLieWhereThoseOfEarlierReleasesDo() {
        Node node = new Node(1, "127.0.0.1", 9092);
        Cluster cluster = new Cluster(
                "cluster",
                List.of(node),
                IntStream.range(0, PARTITIONS)
                        .mapToObj(number -> new PartitionInfo(TOPIC, number, node, new Node[0], new Node[0]))
                        .toList(),
                Set.of(),
                Set.of());
        try (PartitionByArticle partitioner = new PartitionByArticle()) {
            for (int i = 0; i < 1000; i++) {
                UUID articleId = UUID.randomUUID();
                byte[] key = bytes(ArticleKey.of(articleId, "v" + i, UUID.randomUUID()));

                assertThat(partitioner.partition(TOPIC, null, key, null, null, cluster))
                        .isEqualTo(BuiltInPartitioner.partitionForKey(bytes(ArticleKey.before(articleId)), PARTITIONS));
            }
        }
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
